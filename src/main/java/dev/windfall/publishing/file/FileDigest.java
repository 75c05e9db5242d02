package dev.windfall.publishing.file;

/// A file that a version came from, so that it can be told later which one it was.
///
/// @param sha256 of its bytes, in hexadecimal
public record FileDigest(String name, String sha256) {}
