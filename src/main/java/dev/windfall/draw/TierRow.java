package dev.windfall.draw;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

/// A tier as the table `tiers` holds it.
public final class TierRow {

    private TierRow() {}

    /// @param row with the columns `name`, `kind`, `amount`, `currency` and `winners_count`
    public static Tier read(ResultSet row) throws SQLException {
        String name = row.getString("name");
        Money amount = new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency")));
        Prize prize = switch (row.getString("kind")) {
            case "cash" -> new Prize.Cash(amount);
            case "item" -> new Prize.Item(name, amount);
            default -> throw new SQLException("tier '%s' has a kind unknown to this version".formatted(name));
        };
        return new Tier(name, prize, row.getInt("winners_count"));
    }
}
