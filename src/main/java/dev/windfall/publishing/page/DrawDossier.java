package dev.windfall.publishing.page;

import dev.windfall.csv.FileDigest;
import dev.windfall.csv.Findings;
import dev.windfall.draw.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// All that staff want to know of a draw before they take the next step.
///
/// @param versions newest first; those that were replaced before they were published are gone
record DrawDossier(int id, String number, LocalDate date, List<Version> versions) {

    DrawDossier {
        versions = List.copyOf(versions);
    }

    /// The version on its way to publication.
    Optional<Version> draft() {
        return versions.stream().filter(version -> version.state().isOnItsWay()).findFirst();
    }

    /// The version that everybody sees.
    Optional<Version> published() {
        return versions.stream()
                .filter(version -> version.state() == DrawState.PUBLISHED)
                .findFirst();
    }

    /// The version to look at first: the one on its way, or else the published one, or else the newest.
    Version current() {
        return draft().or(this::published).orElseGet(versions::getFirst);
    }

    /// @param number counted in the draw from 1
    /// @param reason why it replaces a published one
    /// @param doubts what the checks found that asks for a confirmation
    record Version(
            int id,
            int number,
            DrawState state,
            Optional<String> reason,
            Optional<Step> imported,
            Optional<Step> approved,
            Optional<Step> published,
            Optional<Confirmation> confirmation,
            List<Tier> tiers,
            List<FileDigest> files,
            Findings doubts) {

        Version {
            tiers = List.copyOf(tiers);
            files = List.copyOf(files);
        }
    }

    record Step(String actor, Instant at) {}

    record Confirmation(String actor, String text) {}
}
