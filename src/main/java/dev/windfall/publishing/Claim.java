package dev.windfall.publishing;

import dev.windfall.draw.SubscriptionPeriod;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// A draw as it stands, nobody else's until the transaction ends where it was claimed and not only reserved.
///
/// @param publishedVersion the id of the version that everybody sees
/// @param wasPublished whether any version ever was, a withdrawn one included
/// @param draft the version on its way, if there is one
public record Claim(
        int drawId,
        String number,
        LocalDate date,
        OptionalInt publishedVersion,
        boolean wasPublished,
        Optional<Draft> draft) {

    public SubscriptionPeriod period() {
        return SubscriptionPeriod.of(date);
    }

    public boolean isPublished() {
        return publishedVersion.isPresent();
    }

    VersionKey key(Draft version) {
        return new VersionKey(drawId, version.id());
    }

    public boolean hasImportedDraft() {
        return importedDraft().isPresent();
    }

    /// The id of the version whose winners came in last; empty if no winners are in, or they were taken back.
    public OptionalInt latestWithWinners() {
        return importedDraft().map(version -> OptionalInt.of(version.id())).orElse(publishedVersion);
    }

    private Optional<Draft> importedDraft() {
        return draft.filter(version -> version.importedBy().isPresent());
    }

    /// A version that is not published.
    ///
    /// @param id the key among all versions of all draws
    /// @param version counted in the draw from 1
    /// @param date that the draw has once this is published
    /// @param importedBy who brought its winners in; empty while they are to come
    /// @param checked whether no doubt is open
    /// @param approvedBy the second person
    public record Draft(
            int id,
            int version,
            LocalDate date,
            Optional<String> importedBy,
            boolean checked,
            Optional<String> approvedBy) {

        SubscriptionPeriod period() {
            return SubscriptionPeriod.of(date);
        }
    }
}
