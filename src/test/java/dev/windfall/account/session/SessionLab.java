package dev.windfall.account.session;

import dev.windfall.account.Account;
import dev.windfall.account.AccountSettings;
import dev.windfall.account.SettableClock;
import dev.windfall.account.SignedIn;
import dev.windfall.account.SubscriptionTerm;
import java.time.Duration;

/// A node's sessions without the node.
public final class SessionLab {

    final MemorySessionRepository repository;
    final SettableClock clock = new SettableClock();
    final SharedSessionPicture picture;
    final SessionPoll poll;
    private final Sessions sessions;
    private final KnownDevices devices;

    public SessionLab() {
        this(new MemorySessionRepository());
        poll.poll();
    }

    /// A node that has not asked the database yet.
    SessionLab(MemorySessionRepository repository) {
        var settings = settings();
        this.repository = repository;
        picture = new SharedSessionPicture(repository, clock, settings);
        poll = new SessionPoll(picture);
        sessions = new Sessions(picture, clock, settings);
        devices = new KnownDevices(picture, clock, settings);
    }

    public Sessions sessions() {
        return sessions;
    }

    public KnownDevices devices() {
        return devices;
    }

    public SettableClock clock() {
        return clock;
    }

    public static AccountSettings settings() {
        return new AccountSettings(
                Duration.ofHours(12),
                Duration.ofSeconds(5),
                Duration.ofDays(365),
                1,
                new AccountSettings.Attempts(3, 5, Duration.ofMinutes(15), 1000));
    }

    /// A subscriber's account in the first generation of sign-ins.
    public static Account subscriber(int number) {
        return new Account(
                new SignedIn.Subscriber(number, "Ada", new SubscriptionTerm.None()), "hash", false, false, 1);
    }
}
