package dev.windfall.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccountRepository implements AccountRepository {

    private final JdbcClient jdbc;

    JdbcAccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(AccountKey key) {
        return switch (key) {
            case AccountKey.Subscriber subscriber -> findSubscriberAccount(subscriber);
            case AccountKey.Staff staff -> findStaffAccount(staff);
        };
    }

    private Optional<Account> findSubscriberAccount(AccountKey.Subscriber key) {
        return jdbc.sql("""
                        select id, name, password_hash, disabled, false as must_change_password, sign_in_generation,
                            (select max(make_date(first_period_id / 100, first_period_id % 100, 1)
                                  + make_interval(months => months - 1))::date
                              from subscriptions
                              where subscriber_id = subscriber.id) as last_month
                          from subscribers subscriber
                          where id = :number and password_hash is not null
                        """)
                .param("number", key.number())
                .query((row, _) -> account(subscriber(row), row))
                .optional();
    }

    private static SignedIn subscriber(ResultSet row) throws SQLException {
        return new SignedIn.Subscriber(row.getInt("id"), row.getString("name"), term(row));
    }

    private static SubscriptionTerm term(ResultSet row) throws SQLException {
        var lastMonth = row.getObject("last_month", LocalDate.class);
        return lastMonth == null
                ? new SubscriptionTerm.None()
                : new SubscriptionTerm.Through(YearMonth.from(lastMonth));
    }

    private Optional<Account> findStaffAccount(AccountKey.Staff key) {
        return jdbc.sql("""
                        select username, name, password_hash, disabled, must_change_password, sign_in_generation
                          from staff
                          where username = :username
                        """)
                .param("username", key.username())
                .query((row, _) -> account(new SignedIn.Staff(row.getString("username"), row.getString("name")), row))
                .optional();
    }

    private static Account account(SignedIn owner, ResultSet row) throws SQLException {
        return new Account(
                owner,
                row.getString("password_hash"),
                row.getBoolean("disabled"),
                row.getBoolean("must_change_password"),
                row.getInt("sign_in_generation"));
    }

    @Override
    public Optional<SignInEnd> changePassword(AccountKey key, int generation, String passwordHash) {
        return switch (key) {
            case AccountKey.Subscriber(int number) ->
                endSignIns("""
                        update subscribers
                          set password_hash = :hash, sign_in_generation = sign_in_generation + 1
                          where id = :number and sign_in_generation = :generation and not disabled
                          returning 'account:subscriber:' || id as subject, sign_in_generation
                        """, Map.of("hash", passwordHash, "number", number, "generation", generation));
            case AccountKey.Staff(String username) ->
                endSignIns("""
                        update staff
                          set password_hash = :hash,
                              must_change_password = false,
                              sign_in_generation = sign_in_generation + 1
                          where username = :username and sign_in_generation = :generation and not disabled
                          returning 'account:staff:' || username as subject, sign_in_generation
                        """, Map.of("hash", passwordHash, "username", username, "generation", generation));
        };
    }

    @Override
    public Optional<SignInEnd> endSignIns(AccountKey key, int generation) {
        return switch (key) {
            case AccountKey.Subscriber(int number) ->
                endSignIns("""
                        update subscribers
                          set sign_in_generation = sign_in_generation + 1
                          where id = :number and sign_in_generation = :generation and not disabled
                          returning 'account:subscriber:' || id as subject, sign_in_generation
                        """, Map.of("number", number, "generation", generation));
            case AccountKey.Staff(String username) ->
                endSignIns("""
                        update staff
                          set sign_in_generation = sign_in_generation + 1
                          where username = :username and sign_in_generation = :generation and not disabled
                          returning 'account:staff:' || username as subject, sign_in_generation
                        """, Map.of("username", username, "generation", generation));
        };
    }

    @Override
    public Optional<AccountState> findState(AccountKey key) {
        var account = switch (key) {
            case AccountKey.Subscriber(int number) -> jdbc.sql("""
                                select name, disabled
                                  from subscribers
                                  where id = :number
                                """).param("number", number);
            case AccountKey.Staff(String username) -> jdbc.sql("""
                                select name, disabled
                                  from staff
                                  where username = :username
                                """).param("username", username);
        };
        return account.query((row, _) -> new AccountState(key, row.getString("name"), row.getBoolean("disabled")))
                .optional();
    }

    @Override
    public Optional<SignInEnd> setDisabled(AccountKey key, boolean disabled) {
        return switch (key) {
            case AccountKey.Subscriber(int number) -> endSignIns("""
                        update subscribers
                          set disabled = :disabled, sign_in_generation = sign_in_generation + 1
                          where id = :number and disabled <> :disabled
                          returning 'account:subscriber:' || id as subject, sign_in_generation
                        """, Map.of("number", number, "disabled", disabled));
            case AccountKey.Staff(String username) ->
                endSignIns("""
                        update staff
                          set disabled = :disabled, sign_in_generation = sign_in_generation + 1
                          where username = :username and disabled <> :disabled
                          returning 'account:staff:' || username as subject, sign_in_generation
                        """, Map.of("username", username, "disabled", disabled));
        };
    }

    /// One statement for the account and its ended sign-ins: they happen together or not at all, and the moment between
    /// the record's time stamp and its commit, during which pollers can't see it, stays short.
    private Optional<SignInEnd> endSignIns(String update, Map<String, ?> parameters) {
        return jdbc.sql("""
                        with changed as (
                        %s)
                        insert into sign_in_ends (subject, through_generation)
                          select subject, sign_in_generation - 1 from changed
                          on conflict (subject) do update
                            set through_generation = excluded.through_generation, recorded_at = clock_timestamp()
                          returning subject, through_generation
                        """.formatted(update))
                .params(parameters)
                .query((row, _) -> new SignInEnd(row.getString("subject"), row.getInt("through_generation")))
                .optional();
    }

    @Override
    public boolean hasStaff() {
        return jdbc.sql("select exists (select from staff) as has_staff")
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean addStaff(AccountKey.Staff key, String name, String passwordHash, boolean mustChangePassword) {
        return jdbc.sql("""
                        insert into staff (username, name, password_hash, must_change_password)
                          values (:username, :name, :hash, :mustChangePassword)
                          on conflict do nothing
                        """)
                        .param("username", key.username())
                        .param("name", name)
                        .param("hash", passwordHash)
                        .param("mustChangePassword", mustChangePassword)
                        .update()
                == 1;
    }
}
