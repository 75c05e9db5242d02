package dev.windfall.account.session;

/// What a node knows for verifying cookies, all of it without asking the database. Immutable.
record SessionPicture(KeyRing keys, EndedSignIns ended) {}
