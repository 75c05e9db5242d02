package dev.windfall.audit;

/// What the trail knows of the versions of draws that nothing else knows of any more.
@FunctionalInterface
public interface AuditedVersions {

    /// The highest number that a version of the draw has in the trail; 0 if it has none.
    int last(String drawNumber);
}
