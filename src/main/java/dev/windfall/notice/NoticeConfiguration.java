package dev.windfall.notice;

import dev.windfall.account.AccountPage;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeConfiguration {

    private static final Duration LAST_MAIL = Duration.ofSeconds(15);

    @Bean
    @WhereMailIsSent
    AccountPage mailPage() {
        return new AccountPage(MailAddressController.PATH, "notice.mail");
    }

    /// A thread for what is collected, and one that waits for mail servers. No default candidate, or else Spring Boot
    /// would leave out the scheduler of other tasks.
    @Bean(defaultCandidate = false)
    @WhereMailIsSent
    ThreadPoolTaskScheduler noticeScheduler(ThreadPoolTaskSchedulerBuilder schedulers) {
        return schedulers
                .poolSize(2)
                .threadNamePrefix("notices-")
                // a mail that is under way is taken, or not
                .awaitTermination(true)
                .awaitTerminationPeriod(LAST_MAIL)
                .build();
    }
}
