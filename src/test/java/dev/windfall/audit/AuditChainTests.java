package dev.windfall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.audit.Deed.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AuditChainTests {

    private final List<AuditEntry> trail = new ArrayList<>();

    @Test
    void holdsWhatWasWritten() {
        write("published 7");
        write("published 8");

        assertThat(inspect().intact()).isTrue();
        assertThat(inspect().length()).isEqualTo(2);
        assertThat(inspect().lastHash()).isEqualTo(trail.getLast().hash());
    }

    @Test
    void isIntactWithoutAnEntry() {
        assertThat(inspect()).isEqualTo(new AuditChain().inspect());
        assertThat(inspect().intact()).isTrue();
    }

    @Test
    void noticesAnEntryThatWasChanged() {
        write("published 7");
        write("published 8");
        write("published 9");
        AuditEntry second = trail.get(1);
        trail.set(1, entry(2, deed("nothing at all"), second.previousHash(), second.hash()));

        assertThat(inspect().broken()).hasValue(2);
    }

    @Test
    void noticesAnEntryThatWasChangedTogetherWithItsHash() {
        write("published 7");
        write("published 8");
        AuditEntry first = trail.getFirst();
        trail.set(0, chained(1, deed("nothing at all"), first.previousHash()));

        assertThat(inspect().broken()).hasValue(2);
    }

    @Test
    void noticesAnEntryThatWasTakenOut() {
        write("published 7");
        write("published 8");
        write("published 9");
        trail.remove(1);

        assertThat(inspect().broken()).hasValue(3);
    }

    @Test
    void tellsTheFieldsApart() {
        AuditEntry one = chained(1, deed("a\nb"), AuditChain.START);
        AuditEntry other = chained(
                1, new Deed("admin", Action.PUBLISHED, Optional.of("7"), OptionalInt.of(2), "a"), AuditChain.START);

        assertThat(one.hash()).isNotEqualTo(other.hash());
    }

    private AuditChain.Inspection inspect() {
        var chain = new AuditChain();
        trail.forEach(chain::add);
        return chain.inspect();
    }

    private void write(String details) {
        String previous = trail.isEmpty() ? AuditChain.START : trail.getLast().hash();
        trail.add(chained(trail.size() + 1, deed(details), previous));
    }

    private static AuditEntry chained(long id, Deed deed, String previousHash) {
        return entry(id, deed, previousHash, entry(id, deed, previousHash, "").computedHash());
    }

    private static AuditEntry entry(long id, Deed deed, String previousHash, String hash) {
        return new AuditEntry(
                id,
                Instant.parse("2026-08-20T19:30:00.120Z"),
                deed.actor(),
                deed.action().name(),
                deed.drawNumber(),
                deed.drawVersion(),
                deed.details(),
                previousHash,
                hash);
    }

    private static Deed deed(String details) {
        return Deed.to("7", 1, Action.PUBLISHED, "admin", details);
    }
}
