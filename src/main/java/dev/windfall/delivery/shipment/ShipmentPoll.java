package dev.windfall.delivery.shipment;

import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicBoolean failing = new AtomicBoolean();

    ShipmentPoll(Shipments shipments) {
        this.shipments = shipments;
    }

    @Scheduled(fixedDelayString = "${windfall.delivery.poll-interval:5s}", scheduler = "shipmentScheduler")
    void poll() {
        try {
            shipments.refresh();
            if (failing.getAndSet(false)) {
                log.info("The node knows again where prizes are");
            }
        } catch (DataAccessException | TransactionException e) {
            if (!failing.getAndSet(true)) {
                log.warn("Where prizes are can't be asked, the last answer counts: {}", e.getMessage());
            }
        }
    }
}
