package dev.windfall.audit;

import java.util.OptionalLong;

/// Follows the trail from its first entry and notices where it was tampered with: the first entry whose number, link
/// to the one before or hash is not what it ought to be. Entries cut off at the end leave no trace in the trail itself;
/// they show against an earlier export or the program's log, which name the last hash of their time.
final class AuditChain {

    static final String START = "0".repeat(64);

    private long length;
    private long lastId;
    private String lastHash = START;
    private OptionalLong broken = OptionalLong.empty();

    /// @param entry the next one in the order of ids
    void add(AuditEntry entry) {
        boolean holds = entry.id() == length + 1
                && entry.previousHash().equals(lastHash)
                && entry.hash().equals(entry.computedHash());
        if (!holds && broken.isEmpty()) {
            broken = OptionalLong.of(entry.id());
        }
        length++;
        lastId = entry.id();
        lastHash = entry.hash();
    }

    /// The number of the last entry; 0 if there is none.
    long lastId() {
        return lastId;
    }

    Inspection inspect() {
        return new Inspection(length, lastHash, broken);
    }

    /// @param length how many entries there are
    /// @param lastHash of the last of them
    /// @param broken the first entry that is not as it was written, or that an entry is missing before
    record Inspection(long length, String lastHash, OptionalLong broken) {

        public boolean intact() {
            return broken.isEmpty();
        }
    }
}
