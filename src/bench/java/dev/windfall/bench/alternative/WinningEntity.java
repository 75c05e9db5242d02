package dev.windfall.bench.alternative;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = OneTable.NAME)
@Cache(usage = CacheConcurrencyStrategy.READ_ONLY)
class WinningEntity {

    @Id
    long id;

    @Column(name = "draw_version_id")
    int version;

    @Column(name = "subscription_period_id")
    int period;

    @Column(name = "subscriber_id")
    int subscriber;

    short tier;
}
