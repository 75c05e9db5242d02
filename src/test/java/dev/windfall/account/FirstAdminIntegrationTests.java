package dev.windfall.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdminIntegrationTests {

    private static final Pattern PASSWORD = Pattern.compile("one-time password: (\\S+)");
    private static final String OWN_PASSWORD = "one that I remember";

    @Test
    void getsAPasswordForTheFirstSignInOnly(CapturedOutput output) {
        try (var node = Node.on(TestDatabase.createUrl())) {
            var password = printedPassword(output);
            var admin = node.visitor();

            assertThat(location(admin.signIn("admin", password))).isEqualTo("/account");
            assertThat(location(admin.get("/admin/accounts"))).isEqualTo("/account");
            assertThat(admin.get("/account").body()).contains("for the first sign-in only");
            assertThat(location(admin.submit(
                            "/account",
                            "/account/password",
                            "oldPassword",
                            password,
                            "newPassword",
                            OWN_PASSWORD,
                            "repeatedPassword",
                            OWN_PASSWORD)))
                    .isEqualTo("/account?changed");

            assertThat(admin.get("/admin/accounts").statusCode()).isEqualTo(200);
            assertThat(location(node.visitor().signIn("admin", OWN_PASSWORD))).isEqualTo("/admin");
            assertThat(node.visitor().signIn("admin", password).statusCode()).isEqualTo(401);
            assertThat(admin.get("/admin/audit").body()).contains("Windfall (first start)", "added to the staff");
        }
    }

    private static String printedPassword(CapturedOutput output) {
        var matcher = PASSWORD.matcher(output.getOut());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("nowhere, " + response.statusCode());
    }
}
