package dev.windfall.publishing.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// How far a version of a draw has come.
enum DrawState {
    /// Its prize table is known, its winners are to come.
    DRAFT,
    /// Its winners are in, and somebody has to confirm what the checks found.
    IMPORTED,
    /// No doubt is open: a second person can approve it.
    CHECKED,
    APPROVED,
    PUBLISHED,
    /// It was published, and a newer version took its place or took it back.
    REPLACED,
    /// A version that takes an earlier one back.
    WITHDRAWN;

    /// The way of every draw to publication.
    static final List<DrawState> STEPS = List.of(DRAFT, IMPORTED, CHECKED, APPROVED, PUBLISHED);

    /// Whether a version in this state has taken a step of [#STEPS]; what was taken back counts for nothing.
    public boolean hasPassed(DrawState step) {
        return this != WITHDRAWN && step.compareTo(this) <= 0;
    }

    boolean isOnItsWay() {
        return this == DRAFT || this == IMPORTED || this == CHECKED || this == APPROVED;
    }

    /// @param row with the columns `kind`, `imported_at`, `checked_at`, `approved_at`, `published_at` of a version
    /// @param isPublished whether it is the version that everybody sees
    static DrawState of(ResultSet row, boolean isPublished) throws SQLException {
        if (row.getString("kind").equals("withdrawal")) {
            return WITHDRAWN;
        }
        if (row.getObject("published_at") != null) {
            return isPublished ? PUBLISHED : REPLACED;
        }
        if (row.getObject("approved_at") != null) {
            return APPROVED;
        }
        if (row.getObject("checked_at") != null) {
            return CHECKED;
        }
        return row.getObject("imported_at") == null ? DRAFT : IMPORTED;
    }
}
