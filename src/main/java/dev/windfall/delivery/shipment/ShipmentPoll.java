package dev.windfall.delivery.shipment;

import dev.windfall.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Keeps the node's picture of shipments up to date, and goes on when the database is away.
@Component
@ConditionalOnWebApplication
class ShipmentPoll {

    private static final Logger log = LoggerFactory.getLogger(ShipmentPoll.class);

    private final Shipments shipments;
    private final Outage outage = new Outage(
            log, "Where prizes are can't be asked, the last answer counts", "The node knows again where prizes are");

    ShipmentPoll(Shipments shipments) {
        this.shipments = shipments;
    }

    @Scheduled(fixedDelayString = "${windfall.delivery.poll-interval:5s}", scheduler = "shipmentScheduler")
    void poll() {
        try {
            shipments.refresh();
            outage.succeeded();
        } catch (DataAccessException | TransactionException e) {
            outage.failedFor(e);
        }
    }
}
