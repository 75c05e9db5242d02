package dev.windfall.bench.alternative;

import dev.windfall.account.Account;
import dev.windfall.account.SignedIn;
import dev.windfall.account.SubscriptionTerm;
import dev.windfall.account.session.Sessions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.SplittableRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/// Signs in subscribers taken at random, without their passwords, whose check is made to take long.
final class Cookies {

    private static final long SEED = 7;

    private Cookies() {}

    static final class Beans {

        /// @param file that appears once it is whole: a line for each subscriber, number and cookie
        /// @param count of the subscribers to sign in
        /// @param subscribers numbered from 1
        @Bean
        @ConditionalOnProperty("bench.cookies.file")
        ApplicationListener<ApplicationReadyEvent> signIns(
                Sessions sessions,
                @Value("${bench.cookies.file}") Path file,
                @Value("${bench.cookies.count}") int count,
                @Value("${bench.cookies.subscribers}") int subscribers) {
            return _ -> write(sessions, file, count, subscribers);
        }

        private static void write(Sessions sessions, Path file, int count, int subscribers) {
            var random = new SplittableRandom(SEED);
            Path unfinished = file.resolveSibling(file.getFileName() + ".part");
            try (var lines = new PrintWriter(Files.newBufferedWriter(unfinished))) {
                for (int i = 0; i < count; i++) {
                    int number = 1 + random.nextInt(subscribers);
                    lines.println(number + " " + cookie(sessions, number));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            unfinished.toFile().renameTo(file.toFile());
        }

        private static String cookie(Sessions sessions, int number) {
            var owner = new SignedIn.Subscriber(
                    number, "Subscriber " + number, new SubscriptionTerm.Through(YearMonth.of(2027, 5)));
            return sessions.toCookie(sessions.begin(new Account(owner, "", false, false, 1)));
        }
    }
}
