package dev.windfall.notice;

import dev.windfall.database.Outage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Collects what there is to tell, and sends it at a steady pace, on threads of its own. All nodes do, and each takes
/// what no other has taken.
@Component
@WhereMailIsSent
@ConditionalOnWebApplication
class NoticePoll {

    private static final Logger log = LoggerFactory.getLogger(NoticePoll.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /// As long as a prize is shown.
    private static final Duration REMEMBERED = Duration.ofDays(120);

    private final List<NoticeSource> sources;
    private final NoticeSender sender;
    private final Outbox outbox;
    private final NoticeMeters meters;
    private final long paceNs;
    private final Outage collecting =
            new Outage(log, "Notices can't be collected for now, and wait", "Notices are collected again");
    private final Outage sending = new Outage(log, "Notices can't be sent for now, and wait", "Notices are sent again");
    private Duration pause = Duration.ZERO;
    private long pausedNs;
    private volatile boolean stopping;

    NoticePoll(
            List<NoticeSource> sources,
            NoticeSender sender,
            Outbox outbox,
            NoticeMeters meters,
            NoticeSettings settings) {
        this.sources = sources;
        this.sender = sender;
        this.outbox = outbox;
        this.meters = meters;
        this.paceNs = Duration.ofSeconds(1).dividedBy(settings.perSecond()).toNanos();
    }

    @Scheduled(fixedDelayString = "${windfall.notices.poll-interval:5s}", scheduler = "noticeScheduler")
    void collect() {
        for (NoticeSource source : sources) {
            try {
                while (!stopping && source.addSome()) {
                    // there may be more
                }
                collecting.succeeded();
            } catch (DataAccessException | TransactionException e) {
                collecting.failedFor(e);
            }
        }
    }

    @Scheduled(fixedDelayString = "${windfall.notices.poll-interval:5s}", scheduler = "noticeScheduler")
    void send() {
        if (isPaused()) {
            return;
        }
        try {
            long next = System.nanoTime();
            while (!stopping && sender.sendNext()) {
                resume();
                next += paceNs;
                LockSupport.parkNanos(next - System.nanoTime());
            }
            sending.succeeded();
        } catch (MailServerAway e) {
            pause();
            sending.failedFor(e);
        } catch (DataAccessException | TransactionException e) {
            sending.failedFor(e);
        }
    }

    /// What is under way is sent, and nothing after it.
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    private void resume() {
        pause = Duration.ZERO;
        meters.serverAway(false);
    }

    private boolean isPaused() {
        return System.nanoTime() - pausedNs < pause.toNanos();
    }

    /// Longer each time, for a server that is busy with coming back.
    private void pause() {
        Duration longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        pausedNs = System.nanoTime();
        meters.serverAway(true);
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "1h")
    void forgetWhatWasToldLongAgo() {
        try {
            outbox.forget(REMEMBERED);
        } catch (DataAccessException e) {
            log.warn("Old notices are forgotten an hour later: {}", e.getMessage());
        }
    }

    @Scheduled(fixedDelayString = "30s")
    void weigh() {
        try {
            meters.waiting(outbox.backlog());
        } catch (DataAccessException _) {
            // told elsewhere, and asked again
        }
    }
}
