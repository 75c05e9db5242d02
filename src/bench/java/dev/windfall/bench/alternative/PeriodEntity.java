package dev.windfall.bench.alternative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "subscription_periods")
class PeriodEntity {
    @Id
    int id;
}
