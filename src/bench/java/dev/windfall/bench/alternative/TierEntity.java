package dev.windfall.bench.alternative;

import dev.windfall.draw.Money;
import dev.windfall.draw.Prize;
import dev.windfall.draw.Tier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Currency;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "tiers")
@IdClass(TierEntity.Key.class)
@Cache(usage = CacheConcurrencyStrategy.READ_ONLY)
class TierEntity {

    @Id
    @Column(name = "draw_version_id")
    int version;

    @Id
    short ordinal;

    String name = "";
    String kind = "";
    BigDecimal amount = BigDecimal.ZERO;
    String currency = "";

    @Column(name = "winners_count")
    int winnersCount;

    record Key(int version, short ordinal) implements Serializable {}

    Tier tier() {
        var value = new Money(amount, Currency.getInstance(currency));
        Prize prize = kind.equals("cash") ? new Prize.Cash(value) : new Prize.Item(name, value);
        return new Tier(name, prize, winnersCount);
    }
}
