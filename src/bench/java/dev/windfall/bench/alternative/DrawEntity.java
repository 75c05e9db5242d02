package dev.windfall.bench.alternative;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "draws")
@Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE)
class DrawEntity {

    private static final String WITHDRAWAL = "withdrawal";

    @Id
    int id;

    @Column(name = "subscription_period_id")
    int period;

    String number = "";
    LocalDate date = LocalDate.EPOCH;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "published_version_id")
    @Nullable
    VersionEntity published;

    @OneToMany
    @JoinColumn(name = "draw_id")
    @Cache(usage = CacheConcurrencyStrategy.NONSTRICT_READ_WRITE)
    List<VersionEntity> versions = new ArrayList<>();

    boolean isWithdrawn() {
        return versions.stream().anyMatch(version -> version.kind.equals(WITHDRAWAL));
    }
}
