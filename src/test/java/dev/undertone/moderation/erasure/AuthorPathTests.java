package dev.undertone.moderation.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The path of an author over a real connection, as the servlet container has an opinion about paths too. */
@OnH2
final class AuthorPathTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Forum forum;
    private final ApiKeys keys;

    @LocalServerPort
    private int port;

    AuthorPathTests(@Autowired MockMvcTester http, @Autowired ApiKeys keys) {
        this.forum = new Forum(http, keys);
        this.keys = keys;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://forum.example/@ann",
                "a//b",
                "100%",
                "%2F",
                "x;y=z",
                "a b+c",
                "back\\slash",
                "Jürgen 北京 😀",
                "a?b#c",
                "..",
                "a/../b",
                "\u2028line"
            })
    void anyNameCanBeErased(String author) throws Exception {
        forum.submit(author.replace("\\", "\\\\"), "1", "hello", "");
        HttpResponse<String> answer = delete(URLEncoder.encode(author, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"submissions\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20", "a%00b", "a%0Ab", "%FF", "%ED%A0%80"})
    void whatNobodyCanBeCalledIsRefused(String encoded) throws Exception {
        HttpResponse<String> answer = delete(encoded);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void aNameThatIsTooLongIsRefusedWithItsLength() throws Exception {
        HttpResponse<String> answer = delete("a".repeat(201));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("this has 201");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/authors/", "/api/v1/authors", "/api/v1/authors/a/b"})
    void whatIsNoPathOfAnAuthorIsNotThere(String path) throws Exception {
        assertThat(send(path).statusCode()).isIn(403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/submissions/a%2Fb", "/api/v1/admin%2Fusers", "/css/..%2F..%2Fetc", "/a%3Bb"})
    void otherPathsStayAsStrictAsTheyWere(String path) throws Exception {
        assertThat(send(path).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> delete(String encoded) throws IOException, InterruptedException {
        return send("/api/v1/authors/" + encoded);
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        String key = keys.create("officer", EnumSet.of(Scope.ADMIN), Actor.service());
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + key)
                        .DELETE()
                        .build(),
                BodyHandlers.ofString());
    }
}
