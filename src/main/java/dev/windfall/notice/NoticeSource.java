package dev.windfall.notice;

/// Something happens that subscribers may want to know of. A source puts it into the outbox in the transaction in which
/// it notes that it has done so.
@FunctionalInterface
public interface NoticeSource {

    /// Notes some of what has happened; other nodes may be doing the same.
    ///
    /// @return whether there may be more
    boolean addSome();
}
