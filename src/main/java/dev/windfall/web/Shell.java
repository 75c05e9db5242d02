package dev.windfall.web;

import dev.windfall.account.SignedIn;
import dev.windfall.language.Html;
import dev.windfall.language.SharedHtml;
import org.jspecify.annotations.Nullable;

/// What is around a page, as it is for all visitors of a kind. Templates have it as `shell`.
///
/// @param visitor of which kind the visitor is
/// @param address of the page, without its query
record Shell(SharedHtml html, Visitor visitor, String address) {

    enum Visitor {
        NOBODY,
        SUBSCRIBER,
        STAFF;

        static Visitor of(@Nullable SignedIn signedIn) {
            return switch (signedIn) {
                case null -> NOBODY;
                case SignedIn.Subscriber _ -> SUBSCRIBER;
                case SignedIn.Staff _ -> STAFF;
            };
        }

        public boolean isStaff() {
            return this == STAFF;
        }

        public boolean isSubscriber() {
            return this == SUBSCRIBER;
        }

        public boolean isSignedIn() {
            return this != NOBODY;
        }
    }

    record Head(Visitor visitor, String title) {}

    record Place(Visitor visitor, String address) {}

    public Html head(String title) {
        return html.of("head", new Head(visitor, title));
    }

    /// The lottery's name, which leads to the start page.
    public Html brand() {
        return html.of("brand", "");
    }

    /// The ways to other pages, but for the one with the visitor's own name.
    public Html ways() {
        return html.of("ways", new Place(visitor, address));
    }

    /// With the languages to choose from, which staff don't.
    public Html footer() {
        return html.of("footer", new Place(visitor, address));
    }
}
