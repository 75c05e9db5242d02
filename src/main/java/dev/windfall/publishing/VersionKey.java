package dev.windfall.publishing;

/// Which version of which draw.
///
/// @param drawId the draw's key
/// @param id the version's key among all versions of all draws
public record VersionKey(int drawId, int id) {}
