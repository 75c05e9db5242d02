package dev.windfall.language;

import java.util.function.Supplier;

/// What pages show of the visitor who asks for them, and of nobody else. Templates have it as `own`, and have it from
/// nowhere else.
///
/// @param name to greet with
/// @param number a subscriber's; empty for others
/// @param token of the forms, made when the first one asks for it
public record Own(String name, String number, Supplier<String> token) {

    public String formToken() {
        return token.get();
    }
}
