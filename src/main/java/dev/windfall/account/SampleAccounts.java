package dev.windfall.account;

import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes accounts by the thousands for demonstrations and rehearsals. They all have one password, hashed once: nobody's
/// real account is made here. What exists already stays as it is.
@Component
public class SampleAccounts {

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final PasswordHashes passwords;

    SampleAccounts(JdbcClient jdbc, AccountRepository accounts, PasswordHashes passwords) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /// Sees to it that there are subscribers 1 to `count`, each with a subscription to the given period, which also
    /// covers the five before it and the six after it if it has to be made.
    ///
    /// @param password of those who have to be made
    /// @param period the month that is going on
    public void addSubscribers(int count, String password, YearMonth period) {
        if (isAnyMissing(count)) {
            addSubscribers(count, passwords.hash(password));
        }
        addSubscriptions(count, period);
    }

    /// Sees to it that there is such a member of staff.
    public void addStaff(String username, String name, String password) {
        var key = new AccountKey.Staff(username);
        if (accounts.findState(key).isEmpty()) {
            accounts.addStaff(key, name, passwords.hash(password), false);
        }
    }

    /// Most starts find all of them: a password is not hashed for nothing.
    private boolean isAnyMissing(int count) {
        return jdbc.sql("select count(*) < :count from subscribers where id <= :count")
                .param("count", count)
                .query(Boolean.class)
                .single();
    }

    private void addSubscribers(int count, String passwordHash) {
        jdbc.sql("""
                        insert into subscribers (id, name, password_hash)
                          select number, 'Subscriber ' || number, :hash
                            from generate_series(1, :count) number
                            order by number
                          on conflict do nothing
                        """).param("hash", passwordHash).param("count", count).update();
    }

    /// Months are counted from the year 0 for the comparison: yyyymm has gaps at the turn of the year.
    private void addSubscriptions(int count, YearMonth period) {
        jdbc.sql("""
                        insert into subscriptions (subscriber_id, first_period_id, months)
                          select subscriber.id, :first, 12
                            from subscribers subscriber
                            where subscriber.id <= :count
                              and not exists (
                                select
                                  from subscriptions existing
                                  where existing.subscriber_id = subscriber.id
                                    and :month - (existing.first_period_id / 100 * 12 + existing.first_period_id % 100)
                                        between 0 and existing.months - 1)
                            order by subscriber.id
                          on conflict do nothing
                        """)
                .param("first", id(period.minusMonths(5)))
                .param("count", count)
                .param("month", period.getYear() * 12 + period.getMonthValue())
                .update();
    }

    private static int id(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }
}
