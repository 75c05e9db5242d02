package dev.windfall.draw;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LotterySettings.class)
class LotteryConfiguration {

    private static final Logger log = LoggerFactory.getLogger(LotteryConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    Clock clock(LotterySettings lottery) {
        Clock clock = Clock.systemUTC();
        if (lottery.rehearsalDate() == null) {
            return clock;
        }
        log.warn("A rehearsal: today is taken to be {}", lottery.rehearsalDate());
        var noon = lottery.rehearsalDate().atTime(LocalTime.NOON).atZone(lottery.timeZone());
        return Clock.offset(clock, Duration.between(clock.instant(), noon));
    }

    /// For rooms that need to know where the lottery's months end and nothing else of it.
    @Bean
    ZoneId lotteryTimeZone(LotterySettings lottery) {
        return lottery.timeZone();
    }

    @Bean
    LotteryCalendar lotteryCalendar(Clock clock, ZoneId lotteryTimeZone) {
        return new LotteryCalendar(clock, lotteryTimeZone);
    }

    @Bean
    DrawSchedule drawSchedule(LotterySettings lottery, ObjectProvider<RegularDrawDays> regularDays) {
        RegularDrawDays otherwise = regularDays.getIfAvailable(() -> Set::of);
        return new DrawSchedule(lottery.drawDays().isEmpty() ? otherwise::days : lottery::drawDays);
    }
}
