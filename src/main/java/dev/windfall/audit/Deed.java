package dev.windfall.audit;

import java.util.Optional;
import java.util.OptionalInt;

/// What somebody did.
///
/// @param actor a member of staff by user name, or who else acted
/// @param drawNumber the draw that it was done to; empty where it was none
/// @param drawVersion counted in each draw from 1
/// @param details in words: reasons, files with their digests
public record Deed(String actor, Action action, Optional<String> drawNumber, OptionalInt drawVersion, String details) {

    public enum Action {
        DECLARED,
        IMPORTED,
        /// An import that was refused: nothing got in.
        REFUSED,
        CONFIRMED,
        APPROVED,
        PUBLISHED,
        WITHDRAWN,
        /// A draft that was thrown away.
        DISCARDED,
        /// A member of staff was added, who is named in the details.
        STAFF_ADDED,
        /// The account of a subscriber or a member of staff, who is named in the details.
        ACCOUNT_DISABLED,
        ACCOUNT_ENABLED,
        /// Prizes were given to carriers, by a form or a file that is named in the details.
        HANDED_OVER,
        /// A parcel is on its way no longer, because it is back or never was the one.
        TAKEN_BACK
    }

    /// One that has to do with no draw.
    public static Deed of(Action action, String actor, String details) {
        return new Deed(actor, action, Optional.empty(), OptionalInt.empty(), details);
    }

    public static Deed to(String drawNumber, int drawVersion, Action action, String actor, String details) {
        return new Deed(actor, action, Optional.of(drawNumber), OptionalInt.of(drawVersion), details);
    }
}
