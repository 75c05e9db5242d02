package dev.windfall.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

class AssetsIntegrationTests {

    private static final Pattern ASSET = Pattern.compile("<(?:script|link)[^>]* (?:src|href)=\"([^\"]+)\"");

    private static Node node;

    @BeforeAll
    static void start() {
        node = Node.on(TestDatabase.createUrl()).withAccounts();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void areThereUnderTheNamesThatPagesHave() {
        Visitor staff = node.signedIn("clerk");
        List<String> assets = ASSET.matcher(staff.get("/admin").body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(assets)
                .anyMatch(asset -> asset.endsWith("htmx.min.js"))
                .allSatisfy(asset -> assertThat(staff.get(asset).statusCode()).isEqualTo(200));
    }

    @Test
    void areKeptForGoodUnderNamesThatTellWhatIsInThem() {
        Visitor visitor = node.visitor();
        List<String> assets = ASSET.matcher(visitor.get("/login").body())
                .results()
                .map(found -> found.group(1))
                .filter(address -> address.startsWith("/assets/"))
                .toList();

        assertThat(assets).hasSize(2).allSatisfy(asset -> {
            assertThat(asset).matches("/assets/[a-z]+-[0-9a-f]{32}\\.(css|svg)");
            assertThat(visitor.get(asset).headers().firstValue("Cache-Control"))
                    .contains("max-age=31536000, public, immutable");
        });
    }

    @Test
    void areThereForPagesOfAnotherReleaseAndNotKeptThen() {
        HttpResponse<String> other = node.visitor().get("/assets/windfall-%s.css".formatted("0".repeat(32)));

        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).contains("--brand");
        assertThat(other.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(node.visitor()
                        .get("/assets/nothing-%s.css".formatted("0".repeat(32)))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void areSentCompressed() {
        for (String path : List.of("/login", "/assets/windfall.css")) {
            assertThat(node.visitor()
                            .with("Accept-Encoding", "gzip")
                            .get(path)
                            .headers()
                            .firstValue("Content-Encoding"))
                    .as(path)
                    .contains("gzip");
        }
    }

    @Test
    void areNotLookedForBehindEveryLink() {
        assertThat(node.bean(ServletContext.class).getFilterRegistrations().values())
                .extracting(FilterRegistration::getClassName)
                .isNotEmpty()
                .as("whoever rewrites links asks all jars for each of them")
                .doesNotContain(ResourceUrlEncodingFilter.class.getName());
    }
}
