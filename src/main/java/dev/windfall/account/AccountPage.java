package dev.windfall.account;

/// A page of a room of its own that the account's page leads subscribers to. A room that has one says so by a bean.
///
/// @param path below `/account`
/// @param text the key of its name
public record AccountPage(String path, String text) {}
