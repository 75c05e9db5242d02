package dev.windfall.bench.alternative;

import dev.windfall.draw.Edition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "draw_versions")
@Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE)
class VersionEntity {

    @Id
    int id;

    String kind = "";

    @Nullable
    String reason;

    @Column(name = "data_version")
    @Nullable
    Long dataVersion;

    @Column(name = "published_at")
    @Nullable
    OffsetDateTime publishedAt;

    /// In the order of the prize table, so that a place in it is an index.
    @OneToMany
    @JoinColumn(name = "draw_version_id")
    @OrderBy("ordinal")
    @Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE)
    List<TierEntity> tiers = new ArrayList<>();

    /// Of a version that was published.
    Edition edition() {
        return new Edition(
                Objects.requireNonNull(dataVersion),
                Objects.requireNonNull(publishedAt).toInstant(),
                reason != null);
    }
}
