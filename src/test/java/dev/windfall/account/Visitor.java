package dev.windfall.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser as far as sign-in is concerned: keeps cookies, follows no redirects, sends forms with the token of the
/// page that they are on.
public final class Visitor {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private URI site;

    private Visitor(URI site) {
        this.site = site;
    }

    /// Somebody with a fresh browser at a node, or at what stands before it.
    public static Visitor of(URI site) {
        return new Visitor(site);
    }

    /// Goes on at another node, as behind a load balancer.
    public Visitor at(Node node) {
        site = node.uri();
        return this;
    }

    /// Sends a header with each request from now on.
    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /// Sends that header no longer.
    public Visitor without(String header) {
        headers.remove(header);
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(site.resolve(path)));
    }

    /// Sends a form with the token of the page that it is on.
    ///
    /// @param fields names and values in turn
    public HttpResponse<String> submit(String page, String path, String... fields) {
        return post(path, formToken(page), fields);
    }

    /// Sends a form with a token from anywhere; none if it is empty.
    public HttpResponse<String> post(String path, String formToken, String... fields) {
        var pairs = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.put(fields[i], fields[i + 1]);
        }
        if (!formToken.isEmpty()) {
            pairs.put("_csrf", formToken);
        }
        return send(HttpRequest.newBuilder(site.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(pairs))));
    }

    /// Sends a form with files in it, with the token of the page that it is on.
    ///
    /// @param files for each the field's name, the file's name and its content
    public HttpResponse<String> upload(String page, String path, String... files) {
        return postFiles(path, formToken(page), files);
    }

    /// The same for files that are no text: each character of their content stands for a byte.
    public HttpResponse<String> uploadBytes(String page, String path, String... files) {
        return postFiles(path, formToken(page), StandardCharsets.ISO_8859_1, files);
    }

    /// Sends a form with files in it, with a token from anywhere.
    public HttpResponse<String> postFiles(String path, String formToken, String... files) {
        return postFiles(path, formToken, StandardCharsets.UTF_8, files);
    }

    private HttpResponse<String> postFiles(String path, String formToken, Charset charset, String... files) {
        var body = new StringBuilder("--boundary\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n")
                .append(formToken);
        for (int i = 0; i < files.length; i += 3) {
            body.append("\r\n--boundary\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s"
                    .formatted(files[i], files[i + 1], files[i + 2]));
        }
        return send(HttpRequest.newBuilder(site.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=boundary")
                .POST(BodyPublishers.ofString(body + "\r\n--boundary--\r\n", charset)));
    }

    public HttpResponse<String> signIn(String username, String password) {
        return submit("/login", "/login", "username", username, "password", password);
    }

    public HttpResponse<String> signOut() {
        return submit("/account", "/logout");
    }

    public boolean isSignedIn() {
        return get("/account").statusCode() == 200;
    }

    /// The token in the first form of a page.
    public String formToken(String page) {
        var matcher = FORM_TOKEN.matcher(get(page).body());
        assertThat(matcher.find()).as("there is a form on " + page).isTrue();
        return matcher.group(1);
    }

    /// All of them, as the browser sends them.
    public String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public Visitor withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.substring(0, setCookie.indexOf(';')).split("=", 2);
        if (Arrays.asList(setCookie.split("; ", -1)).contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
