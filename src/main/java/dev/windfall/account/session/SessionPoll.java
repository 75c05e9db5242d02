package dev.windfall.account.session;

import dev.windfall.database.DatabaseReady;
import dev.windfall.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps the node's picture of sessions up to date, and goes on when the database is away.
@Component
@ConditionalOnWebApplication
class SessionPoll {

    private static final Logger log = LoggerFactory.getLogger(SessionPoll.class);

    private final SharedSessionPicture picture;
    private final Outage outage = new Outage(
            log,
            "Which sign-ins have ended can't be asked, the last answer counts",
            "The node knows again which sign-ins have ended");

    SessionPoll(SharedSessionPicture picture) {
        this.picture = picture;
    }

    /// At once when the database can be asked at last, and ahead of whoever reports that the node is ready.
    @EventListener(DatabaseReady.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Scheduled(fixedDelayString = "${windfall.account.poll-interval:5s}", scheduler = "sessionScheduler")
    void poll() {
        try {
            picture.refresh();
            outage.succeeded();
        } catch (DataAccessException e) {
            outage.failedFor(e);
        }
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "1h", scheduler = "sessionScheduler")
    void forgetExpired() {
        try {
            picture.forgetExpired();
        } catch (DataAccessException e) {
            log.warn("Ended sign-ins are forgotten an hour later: {}", e.getMessage());
        }
    }
}
