package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.classification.web.Keywords;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;

/** An upload that the servlet container gives up reading gets the page that says so. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(Keywords.class)
class BrokenUploadTests {

    private static final String ENDS = "; boundary=x";

    @Autowired
    Environment environment;

    @Test
    void aFileNameBeyondMeasureIsTooMuch() {
        assertThat(batch(ENDS, part("file", "; filename=\"" + "n".repeat(700) + ".txt\"") + "--x--\r\n"))
                .satisfies(answer -> assertPage(answer, 413, "long file name"));
    }

    @Test
    void manyPartsAreTooMuch() {
        assertThat(batch(ENDS, part("pasted", "").repeat(60) + "--x--\r\n"))
                .satisfies(answer -> assertPage(answer, 413, "many fields"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ENDS})
    void oneWithoutItsEndCannotBeRead(String boundary) {
        assertThat(batch(boundary, part("pasted", "")))
                .satisfies(answer -> assertPage(answer, 400, "may have been cut off"));
    }

    @Test
    void aFileWhereATextBelongsCannotBeRead() {
        assertThat(batch(ENDS, part("pasted", "; filename=\"x.txt\"") + "--x--\r\n"))
                .satisfies(answer -> assertPage(answer, 400, "That request could not be read"));
    }

    private HttpResponse<String> batch(String boundary, String body) {
        Http http = new Http(environment.getRequiredProperty("local.server.port", Integer.class));
        return http.send(
                "POST", "/batch", body, "Content-Type", "multipart/form-data" + boundary, "Accept", "text/html");
    }

    private static String part(String name, String more) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\nsome words\r\n";
    }

    private static void assertPage(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<h1>", words, "Undertone");
    }
}
