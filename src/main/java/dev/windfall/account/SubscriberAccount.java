package dev.windfall.account;

/// A subscriber's account as staff see it.
///
/// @param number the subscriber's number, from 1
public record SubscriberAccount(int number, String name, boolean disabled) {}
