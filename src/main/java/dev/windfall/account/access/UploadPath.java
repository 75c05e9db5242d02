package dev.windfall.account.access;

/// Where files are uploaded. A room that takes some says so by a bean; everywhere else they are refused unread.
public record UploadPath(String path) {}
