package dev.windfall.publishing.page;

import java.time.LocalDate;

/// A draw as staff see it in a list.
///
/// @param prizeCount over all tiers, as its latest version declares
/// @param correcting whether a version is on its way that would replace the published one
record ListedDraw(int id, String number, LocalDate date, DrawState state, int prizeCount, boolean correcting) {}
