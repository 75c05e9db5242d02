package dev.windfall.audit;

/// Where deeds are written down, in the transaction that does them: what is rolled back was not done.
public interface AuditTrail {

    /// Comes last in a transaction: whoever else writes waits from here to its end.
    void record(Deed deed);
}
