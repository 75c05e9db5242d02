package dev.windfall.account.session;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SessionConfiguration {

    /// A thread for the sessions alone: ended sign-ins are learned of whatever another scheduled task is stuck in. No
    /// default candidate, or else Spring Boot would leave out the scheduler of the other tasks.
    @Bean(defaultCandidate = false)
    ThreadPoolTaskScheduler sessionScheduler(ThreadPoolTaskSchedulerBuilder schedulers) {
        return schedulers.poolSize(1).threadNamePrefix("sessions-").build();
    }
}
