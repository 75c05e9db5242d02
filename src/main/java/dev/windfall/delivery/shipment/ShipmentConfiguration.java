package dev.windfall.delivery.shipment;

import dev.windfall.account.access.UploadPath;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration(proxyBeanMethods = false)
class ShipmentConfiguration {

    @Bean
    UploadPath shipmentFiles() {
        return new UploadPath(ShipmentsController.PATH);
    }

    /// A thread of its own. No default candidate, or else Spring Boot would leave out the scheduler of other tasks.
    @Bean(defaultCandidate = false)
    ThreadPoolTaskScheduler shipmentScheduler(ThreadPoolTaskSchedulerBuilder schedulers) {
        return schedulers.poolSize(1).threadNamePrefix("shipments-").build();
    }
}
