package dev.windfall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditPageIntegrationTests {

    private Node node;
    private Visitor staff;
    private JdbcClient jdbc;

    @BeforeEach
    void start() {
        String url = TestDatabase.createUrl();
        jdbc = JdbcClient.create(TestDatabase.at(url));
        node = Node.on(url).withAccounts();
        staff = node.signedIn("clerk");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void showsActionsOfANewerReleaseByTheirNames() {
        jdbc.sql("insert into audit_trail (actor, action, details) values ('admin', 'TELEPORTED', 'to Mars')")
                .update();

        HttpResponse<String> page = staff.get("/admin/audit");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("TELEPORTED", "to Mars", "as they were written");
    }

    @Test
    void tellsWhichEntryWasTamperedWithWhateverWasMadeOfIt() {
        node.bean(AuditTrail.class).record(Deed.of(Deed.Action.STAFF_ADDED, "root", "somebody"));
        jdbc.sql("alter table audit_trail disable trigger user").update();
        jdbc.sql("update audit_trail set action = 'NOTHING', draw_version = 0 where details = 'somebody'")
                .update();

        HttpResponse<String> page = staff.get("/admin/audit");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsPattern("entry \\d+ is not as it was written")
                .contains("NOTHING");
        assertThat(staff.get("/admin/audit.ndjson").body()).contains("\"action\":\"NOTHING\"");
    }
}
