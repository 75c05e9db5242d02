package dev.windfall.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageIntegrationTests {

    private final Node node = Node.at(Instant.parse("2026-11-21T12:00:00Z"), TestDatabase.createUrl())
            .withAccounts();

    @BeforeAll
    void publish(@TempDir Path folder) {
        TestDraws.publish(node, folder, "42", "2026-11-07", 1);
    }

    @AfterAll
    void close() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'pl,en;q=0.5', pl, Numer uczestnika",
        "'xx,fr-CA;q=0.9,de;q=0.8', fr, Numéro",
        "pt-PT, pt-BR, Número de assinante",
        "'en;q=0.1,nl;q=0.9', nl, Deelnemersnummer",
        "xx, en-GB, Subscriber number",
        "'%%;q=none', en-GB, Subscriber number"
    })
    void readsTheBrowsersFirstLanguageThatItHas(String accepted, String language, String label) {
        assertThat(node.visitor()
                        .with("Accept-Language", accepted)
                        .get("/login")
                        .body())
                .contains("lang=\"%s\"".formatted(language), label);
    }

    @Test
    void readsEnglishToWhoNamesNoLanguage() {
        assertThat(node.visitor().get("/login").body()).contains("lang=\"en-GB\"", "Subscriber number");
    }

    @Test
    void remembersAChoiceAndLeadsBack() {
        Visitor visitor = node.visitor().with("Accept-Language", "fr");

        HttpResponse<String> chosen = choose(visitor, "de", "/draws?x=1");

        assertThat(chosen.statusCode()).isEqualTo(302);
        assertThat(chosen.headers().firstValue("Location")).contains("/draws?x=1");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("windfall-language=de", "HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(visitor.get("/draws").body()).contains("lang=\"de\"", "Ziehungen");
    }

    @Test
    void writesAmountsAndDatesAsTheLanguageDoes() {
        Visitor subscriber = node.signedIn("1");
        choose(subscriber, "de", "/prizes");

        assertThat(subscriber.get("/prizes").body()).contains("5,00\u00A0€", "7. November 2026", "Meine Gewinne");
    }

    @Test
    void showsStaffEnglish() {
        Visitor clerk = node.signedIn("clerk");
        choose(clerk, "de", "/draws");

        assertThat(clerk.get("/admin").body()).contains("lang=\"en-GB\"", "Refresh all nodes");
        assertThat(clerk.get("/draws").body()).contains("lang=\"de\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/draws",
                "/\\elsewhere.example",
                "/draws//elsewhere",
                "/draws\r\nSet-Cookie: a=b",
                "elsewhere"
            })
    void leadsNobodyToAnotherSite(String page) {
        assertThat(choose(node.visitor(), "de", page).headers().firstValue("Location"))
                .contains("/");
    }

    @Test
    void knowsNoOtherLanguages() {
        assertThat(choose(node.visitor(), "tlh", "/draws").statusCode()).isEqualTo(400);
        assertThat(node.visitor()
                        .withCookie("windfall-language", "tlh")
                        .get("/login")
                        .body())
                .contains("lang=\"en-GB\"");
    }

    private static HttpResponse<String> choose(Visitor visitor, String language, String page) {
        return visitor.post("/language", "", "language", language, "page", page);
    }
}
