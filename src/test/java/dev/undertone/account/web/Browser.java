package dev.undertone.account.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Talks to the running service as a browser does: keeps cookies and sends the token of the form it was shown. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final int port;

    /** One that has no session yet, for the service at this port. */
    public Browser(int port) {
        this.port = port;
    }

    /** Opens the login page, fills it in and sends it. */
    HttpResponse<String> signIn(String name, String password) {
        return post("/login", "username", name, "password", password);
    }

    /** The token in the form of the login page, which is that of the session once there is one. */
    String token() {
        return tokenOf("/login");
    }

    /** The token in the form of a page. */
    String tokenOf(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no token in the form");
        }
        return token.group(1);
    }

    /** Opens a page. */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(path + " gave no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Sends the form of a page with its token, and with these names and values in turn. */
    public HttpResponse<String> post(String page, String... fields) {
        StringBuilder body = new StringBuilder(form("_csrf", tokenOf(page)));
        for (int field = 0; field < fields.length; field += 2) {
            body.append('&').append(form(fields[field], fields[field + 1]));
        }
        return send("POST", page, body.toString(), "Content-Type", "application/x-www-form-urlencoded");
    }

    private static String form(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
