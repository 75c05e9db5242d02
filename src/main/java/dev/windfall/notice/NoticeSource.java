package dev.windfall.notice;

/// Something happens that subscribers may want to know of. A source puts it into the outbox in the transaction in which
/// it notes that it has done so.
@FunctionalInterface
public interface NoticeSource {

    /// Notes some of what has happened; other nodes may be doing the same.
    ///
    /// @return whether there may be more
    boolean addSome();

    /// Whether a notice still says what is so, now that it can be mailed: it may have waited for days.
    ///
    /// @param notice of any source; what another has put in is not judged
    default boolean isStillSo(Notice notice) {
        return true;
    }
}
