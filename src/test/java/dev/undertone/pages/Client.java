package dev.undertone.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser in which somebody has signed in. */
final class Client {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String origin;

    private Client(int port) {
        this.origin = "http://localhost:" + port;
    }

    static Client signedIn(int port, String name, String password) {
        Client client = new Client(port);
        client.post(
                "/login",
                field("username", name) + "&" + field("password", password) + "&_csrf=" + client.token("/login"));
        return client;
    }

    /** The token that forms of a page carry. */
    String token(String page) {
        return field(found(page, TOKEN));
    }

    /** What a pattern finds in a page. */
    String found(String page, Pattern pattern) {
        Matcher matcher = pattern.matcher(get(page).body());
        if (!matcher.find()) {
            throw new IllegalStateException(page + " has no " + pattern);
        }
        return matcher.group(1).replace("&amp;", "&");
    }

    HttpResponse<String> get(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + address));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String address, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String field(String name, String value) {
        return field(name) + "=" + field(value);
    }

    private static String field(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
