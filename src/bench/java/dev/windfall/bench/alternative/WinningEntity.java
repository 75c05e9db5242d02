package dev.windfall.bench.alternative;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "winnings")
@IdClass(WinningEntity.Key.class)
@Cache(usage = CacheConcurrencyStrategy.READ_ONLY)
class WinningEntity {

    @Id
    @Column(name = "draw_id")
    int draw;

    @Id
    long id;

    @Column(name = "subscription_period_id")
    int period;

    @Column(name = "subscriber_id")
    int subscriber;

    short tier;

    record Key(int draw, long id) implements Serializable {}
}
