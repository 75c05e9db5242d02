package dev.windfall.audit;

/// Where deeds are written down, in the transaction that does them: what is rolled back was not done.
public interface AuditTrail {

    /// Comes last in a transaction: whoever else writes waits from here to its end.
    void record(Deed deed);

    /// The highest number that a version of the draw has in the trail; 0 if it has none.
    int lastVersion(String drawNumber);
}
