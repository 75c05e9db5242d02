package dev.windfall.account.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windfall.TestDatabase;
import dev.windfall.account.AccountKey;
import dev.windfall.account.AccountRepository;
import dev.windfall.account.AccountState;
import dev.windfall.account.Node;
import dev.windfall.account.SampleAccounts;
import dev.windfall.account.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;

class AccountsPageIntegrationTests {

    private static Node node;
    private static Visitor staff;

    @BeforeAll
    static void start() {
        node = Node.on(TestDatabase.createUrl()).withAccounts();
        staff = node.signedIn("clerk");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void findsASubscriberByNumber() {
        var response = staff.get("/admin/accounts?name=%204%20");

        assertThat(response.headers().firstValue("Location")).contains("/admin/accounts/4");
        assertThat(staff.get("/admin/accounts/4").body())
                .contains("4, Subscriber 4", "May sign in", "Disable the account");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/accounts/99",
                "/admin/accounts/0",
                "/admin/accounts/nobody",
                "/admin/accounts/99999999999",
                "/admin/accounts/4/password",
                "/admin/accounts?name=99",
                "/admin/accounts?name=nobody",
                "/admin/accounts?name="
            })
    void knowsNobodyElse(String path) {
        assertThat(staff.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void disablesNobodyElse() {
        var token = staff.formToken("/admin/accounts/4");

        assertThat(staff.post("/admin/accounts/99", token, "disabled", "true").statusCode())
                .isEqualTo(404);
        assertThat(staff.post("/admin/accounts/4", token, "disabled", "perhaps").statusCode())
                .isEqualTo(400);
        assertThat(staff.post("/admin/accounts/4", token).statusCode()).isEqualTo(400);
    }

    @Test
    void disablesAndEnables() {
        var subscriber = node.signedIn("5");

        staff.submit("/admin/accounts/5", "/admin/accounts/5", "disabled", "true");
        assertThat(subscriber.isSignedIn()).isFalse();
        assertThat(staff.get("/admin/accounts/5").body()).contains("Is disabled", "Enable the account");

        staff.submit("/admin/accounts/5", "/admin/accounts/5", "disabled", "false");
        assertThat(node.signedIn("5").isSignedIn()).isTrue();
    }

    @Test
    void endsTheSignInsOfDisabledStaff() {
        node.bean(SampleAccounts.class).addStaff("approver", "Anna Approver", Node.PASSWORD);
        var approver = node.signedIn("approver");
        var found = staff.get("/admin/accounts?name=Approver").headers().firstValue("Location");
        assertThat(found).contains("/admin/accounts/approver");

        staff.submit("/admin/accounts/approver", "/admin/accounts/approver", "disabled", "true");

        assertThat(approver.isSignedIn()).isFalse();
        assertThat(node.visitor().signIn("approver", Node.PASSWORD).statusCode())
                .isEqualTo(401);
    }

    @Test
    void writesDownWhoDisabledAndEnabledWhom() {
        String before = lastEntry();

        staff.submit("/admin/accounts/7", "/admin/accounts/7", "disabled", "false");
        assertThat(lastEntry()).as("nothing to do").isEqualTo(before);
        staff.submit("/admin/accounts/7", "/admin/accounts/7", "disabled", "true");
        assertThat(lastEntry()).contains("\"actor\":\"clerk\",\"action\":\"ACCOUNT_DISABLED\"", "\"details\":\"7\"");
        staff.submit("/admin/accounts/7", "/admin/accounts/7", "disabled", "false");
        assertThat(lastEntry()).contains("\"actor\":\"clerk\",\"action\":\"ACCOUNT_ENABLED\"", "\"details\":\"7\"");
        assertThat(staff.get("/admin/audit").body()).contains("disabled the account of", "enabled the account of");
    }

    @Test
    void disablesNobodyWithoutWritingItDown() {
        var accounts = node.bean(AccountRepository.class);
        var key = new AccountKey.Subscriber(8);
        var forgetful = new AccountSwitch(
                accounts,
                _ -> {
                    throw new IllegalStateException("the trail is full");
                },
                node.bean(PlatformTransactionManager.class));

        assertThatThrownBy(() -> forgetful.setDisabled(key, true, "clerk")).hasMessage("the trail is full");

        assertThat(accounts.findState(key)).map(AccountState::disabled).contains(false);
    }

    private static String lastEntry() {
        return staff.get("/admin/audit.ndjson").body().lines().reduce("", (_, line) -> line);
    }

    @Test
    void letsNobodyDisableThemselves() {
        var response = staff.submit("/admin/accounts/4", "/admin/accounts/clerk", "disabled", "true");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(staff.get("/admin/accounts/clerk").body())
                .contains("Clara Clerk")
                .doesNotContain("Disable the account");
        assertThat(staff.isSignedIn()).isTrue();
    }

    @Test
    void tellsWhyAPasswordWontDo() {
        var response = node.signedIn("6")
                .submit(
                        "/account",
                        "/account/password",
                        "oldPassword",
                        Node.PASSWORD,
                        "newPassword",
                        "short",
                        "repeatedPassword",
                        "short");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("The new password needs at least 8 characters.");
    }
}
