package dev.windfall.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.account.SignInEnd;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SharedSessionPictureTests {

    private final MemorySessionRepository repository = new MemorySessionRepository();

    @Test
    void makesTheFirstKeyOnceForAllNodes() {
        var one = node();
        var other = node();

        var session = one.sessions().begin(SessionLab.subscriber(1));

        assertThat(repository.keys()).hasSize(1);
        assertThat(other.sessions().ofCookie(one.sessions().toCookie(session))).contains(session);
    }

    @Test
    void trustsADeletedKeyNoMoreEvenIfItsNumberComesAgain() {
        var one = node();
        var other = node();
        var cookie = one.sessions().toCookie(one.sessions().begin(SessionLab.subscriber(1)));

        repository.deleteKeys();
        one.poll.poll();
        other.poll.poll();

        assertThat(one.sessions().ofCookie(cookie)).isEmpty();
        assertThat(other.sessions().ofCookie(cookie)).isEmpty();
    }

    @Test
    void learnsWhatEndedElsewhere() {
        var one = node();
        var other = node();
        var session = one.sessions().begin(SessionLab.subscriber(1));
        var cookie = one.sessions().toCookie(session);

        one.sessions().end(session);
        assertThat(other.sessions().ofCookie(cookie)).isPresent();
        other.poll.poll();

        assertThat(other.sessions().ofCookie(cookie)).isEmpty();
    }

    @Test
    void learnsWhatEndedBeforeItStarted() {
        var one = node();
        var session = one.sessions().begin(SessionLab.subscriber(1));
        one.sessions().end(session);

        assertThat(node().sessions().ofCookie(one.sessions().toCookie(session))).isEmpty();
    }

    @Test
    void missesNoEndWhoseCommitCameLate() {
        var node = node();
        var session = node.sessions().begin(SessionLab.subscriber(1));
        repository.record(new SignInEnd("account:subscriber:2", 1));
        node.poll.poll();

        repository.recordLate(new SignInEnd("account:subscriber:1", 1), Duration.ofSeconds(30));
        node.poll.poll();

        assertThat(node.sessions().ofCookie(node.sessions().toCookie(session))).isEmpty();
    }

    @Test
    void goesOnWithTheLastPictureWhileTheDatabaseIsAway() {
        var node = node();
        var session = node.sessions().begin(SessionLab.subscriber(1));
        var ended = node.sessions().begin(SessionLab.subscriber(2));
        node.sessions().end(ended);

        repository.goAway();
        node.poll.poll();

        assertThat(node.sessions().ofCookie(node.sessions().toCookie(session))).contains(session);
        assertThat(node.sessions().ofCookie(node.sessions().toCookie(ended))).isEmpty();
    }

    @Test
    void makesUpForARecordThatTheDatabaseMissed() {
        var one = node();
        var other = node();
        var session = one.sessions().begin(SessionLab.subscriber(1));
        var cookie = one.sessions().toCookie(session);

        repository.goAway();
        one.sessions().end(session);
        assertThat(one.sessions().ofCookie(cookie)).as("here at once").isEmpty();
        repository.comeBack();
        one.poll.poll();
        other.poll.poll();

        assertThat(other.sessions().ofCookie(cookie)).isEmpty();
    }

    @Test
    void forgetsWhatHasExpiredAnyway() {
        var node = node();
        node.sessions().end(node.sessions().begin(SessionLab.subscriber(1)));
        assertThat(remembered(node)).isEqualTo(1);

        advance(node, Duration.ofHours(12));
        node.poll.forgetExpired();
        assertThat(remembered(node)).as("clocks differ by less than an hour").isEqualTo(1);

        advance(node, Duration.ofHours(2));
        node.poll.forgetExpired();
        assertThat(remembered(node)).isZero();
        assertThat(repository.endsSince(Instant.EPOCH)).isEmpty();
    }

    @Test
    void keepsThePictureThatHolds() {
        var node = node();
        node.sessions().end(node.sessions().begin(SessionLab.subscriber(1)));
        node.poll.poll();
        var before = node.picture.current().orElseThrow();

        node.poll.poll();

        var after = node.picture.current().orElseThrow();
        assertThat(after.keys()).isSameAs(before.keys());
        assertThat(after.ended()).isSameAs(before.ended());
    }

    private SessionLab node() {
        var lab = new SessionLab(repository);
        lab.poll.poll();
        return lab;
    }

    private void advance(SessionLab node, Duration duration) {
        node.clock.advance(duration);
        repository.advance(duration);
    }

    private static int remembered(SessionLab node) {
        return node.picture.current().orElseThrow().ended().size();
    }
}
