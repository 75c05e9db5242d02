package dev.windfall.account;

/// An account as staff see it.
public record AccountState(AccountKey key, String name, boolean disabled) {}
