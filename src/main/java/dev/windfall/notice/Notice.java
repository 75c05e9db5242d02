package dev.windfall.notice;

/// Something to tell one subscriber, once.
///
/// @param kind by which its texts are found: `notice.delivered.subject` and `notice.delivered.text`
/// @param about what it tells of, among all of its kind: the same is told once
/// @param details what its texts name; empty for nothing
public record Notice(int subscriber, String kind, String about, String details) {}
