package dev.windfall.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
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
    void areNotLookedForBehindEveryLink() {
        assertThat(node.bean(ServletContext.class).getFilterRegistrations().values())
                .extracting(FilterRegistration::getClassName)
                .isNotEmpty()
                .as("whoever rewrites links asks all jars for each of them")
                .doesNotContain(ResourceUrlEncodingFilter.class.getName());
    }
}
