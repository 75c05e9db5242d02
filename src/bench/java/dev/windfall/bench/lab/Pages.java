package dev.windfall.bench.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The prizes pages of subscribers, as a browser gets them.
public final class Pages {

    public static final String PATH = "/prizes";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"[^\"]*\"");

    private Pages() {}

    /// What visitors ask who see the page for the first time.
    public static Path firstViews(Path file, String path, List<Visitor> visitors) throws IOException {
        return Wrk.write(
                file,
                visitors.stream()
                        .map(visitor -> new Wrk.Request(path, headers(visitor, null)))
                        .toList());
    }

    /// What browsers ask that hold the page already: they were there once, and send what they were given.
    public static Path repeatedViews(Path file, URI site, List<Visitor> visitors)
            throws IOException, InterruptedException {
        List<Wrk.Request> requests = new ArrayList<>();
        try (var client = HttpClient.newHttpClient()) {
            for (Visitor visitor : visitors) {
                var held = Held.of(get(client, site.resolve(PATH), visitor), visitor);
                requests.add(new Wrk.Request(PATH, headers(visitor, held)));
            }
            requireUnchanged(client, site, requests.getLast());
        }
        return Wrk.write(file, requests);
    }

    private static void requireUnchanged(HttpClient client, URI site, Wrk.Request repeated)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(site.resolve(repeated.path()));
        repeated.headers().forEach(request::header);
        int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status != 304) {
            throw new IOException("who holds the page is answered %d".formatted(status));
        }
    }

    /// A page that a visitor's browser was given, and keeps.
    ///
    /// @param cookies all that it has by now
    public record Held(Visitor visitor, String tag, String cookies) {

        static Held of(HttpResponse<?> answer, Visitor visitor) {
            String cookies = answer.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .collect(Collectors.joining("; ", visitor.cookie() + "; ", ""));
            return new Held(visitor, answer.headers().firstValue("ETag").orElseThrow(), cookies);
        }
    }

    /// What a browser sends along.
    ///
    /// @param held the page, if he was there before
    static Map<String, String> headers(Visitor visitor, @Nullable Held held) {
        return held == null
                ? Map.of("Cookie", visitor.cookie())
                : Map.of("Cookie", held.cookies(), "If-None-Match", held.tag());
    }

    /// The pages of these visitors, in their order.
    public static List<String> of(URI site, List<Visitor> visitors) throws IOException, InterruptedException {
        List<String> pages = new ArrayList<>();
        try (var client = HttpClient.newHttpClient()) {
            for (Visitor visitor : visitors) {
                pages.add(get(client, site.resolve(PATH), visitor).body());
            }
        }
        return pages;
    }

    /// A page without the form token, which is masked anew at each view.
    public static String unmasked(String page) {
        return FORM_TOKEN.matcher(page).replaceAll("");
    }

    /// The first lines in which pages differ.
    public static String firstDifference(List<String> some, List<String> others) {
        List<String> lines = some.stream().flatMap(String::lines).toList();
        List<String> otherLines = others.stream().flatMap(String::lines).toList();
        return IntStream.range(0, Math.min(lines.size(), otherLines.size()))
                .filter(i -> !lines.get(i).equals(otherLines.get(i)))
                .mapToObj(i -> "'%s' and '%s'".formatted(lines.get(i), otherLines.get(i)))
                .findFirst()
                .orElse("one ends before the other");
    }

    /// The one of middle size.
    public static String typical(List<String> pages) {
        return pages.stream()
                .sorted(Comparator.comparingInt(String::length))
                .toList()
                .get(pages.size() / 2);
    }

    /// Any page, as one visitor sees it.
    public static String at(URI page, Visitor visitor) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return get(client, page, visitor).body();
        }
    }

    static HttpResponse<String> get(HttpClient client, URI page, Visitor visitor)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page)
                .header("Cookie", visitor.cookie())
                .header("Accept", "text/html")
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("%s answers %d".formatted(page, answer.statusCode()));
        }
        return answer;
    }
}
