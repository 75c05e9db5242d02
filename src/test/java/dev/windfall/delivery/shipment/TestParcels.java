package dev.windfall.delivery.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.account.Node;
import dev.windfall.account.Visitor;
import dev.windfall.simulator.carrier.Carrier;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Parcels with `swift`, handed over in the way that staff do and told of in the way that the carrier does.
public final class TestParcels {

    private TestParcels() {}

    /// Sends the staff's form.
    public static HttpResponse<String> handOver(
            Visitor staff, String draw, String subscriber, String tier, String trackingNumber) {
        return staff.submit(
                "/admin/shipments",
                "/admin/shipments",
                "drawNumber",
                draw,
                "subscriber",
                subscriber,
                "tier",
                tier,
                "carrier",
                "swift",
                "trackingNumber",
                trackingNumber);
    }

    /// Presses the button beside the shipment that was handed over last under a number.
    static HttpResponse<String> takeBack(Visitor staff, Node node, String trackingNumber, String ending) {
        int id = node.bean(JdbcClient.class)
                .sql("select max(id) as id from shipments where tracking_number = :number")
                .param("number", trackingNumber)
                .query((row, _) -> row.getInt("id"))
                .single();
        return staff.submit("/admin/shipments", "/admin/shipments/%d/end".formatted(id), "as", ending);
    }

    static String update(String eventId, String trackingNumber, String code, String time, int leg) {
        return """
                {"event_id": "%s", "tracking_number": "%s", "status_code": "%s", "occurred_at": "%s", "leg": %d}""".formatted(eventId, trackingNumber, code, time, leg);
    }

    /// Has the carrier tell some of them, which the node takes.
    static void post(Carrier carrier, Node node, String... updates) throws IOException, InterruptedException {
        HttpResponse<String> answer = carrier.post(
                "[" + String.join(", ", updates) + "]", node.clock().instant());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }
}
