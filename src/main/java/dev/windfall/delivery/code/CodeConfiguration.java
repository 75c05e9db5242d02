package dev.windfall.delivery.code;

import dev.windfall.delivery.Carriers;
import dev.windfall.delivery.DeliverySettings;
import dev.windfall.draw.LotteryCalendar;
import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

@Configuration(proxyBeanMethods = false)
class CodeConfiguration {

    private static final int RETRIES = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration JITTER = Duration.ofMillis(50);

    @Bean
    StatusCodes statusCodes(
            Carriers carriers,
            DeliverySettings settings,
            LotteryCalendar calendar,
            ObjectProvider<ObservationRegistry> observations) {
        CodeService service = service(carriers, settings, observations.getIfAvailable(() -> ObservationRegistry.NOOP));
        return new StatusCodes(service, carriers.names(), settings.codesRefreshedAfter(), calendar);
    }

    /// Asks over HTTP, with some patience: what may pass is tried again, and a refusal is not.
    private static CodeService service(Carriers carriers, DeliverySettings settings, ObservationRegistry observations) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.codesTimeout()).build());
        requests.setReadTimeout(settings.codesTimeout());
        var client = RestClient.builder().requestFactory(requests).observationRegistry(observations);
        if (carriers.codeService() != null) {
            client.baseUrl(carriers.codeService());
        }
        CodeService service = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client.build()))
                .build()
                .createClient(CodeService.class);
        var patience = new RetryTemplate(RetryPolicy.builder()
                .includes(ResourceAccessException.class, HttpServerErrorException.class)
                .maxRetries(RETRIES)
                .delay(FIRST_PAUSE)
                .multiplier(2)
                .jitter(JITTER)
                .build());
        return (eventType, carrier) -> patience.invoke(() -> service.statusCodes(eventType, carrier));
    }

    /// A thread of its own. No default candidate, or else Spring Boot would leave out the scheduler of other tasks.
    @Bean(defaultCandidate = false)
    ThreadPoolTaskScheduler codeScheduler(ThreadPoolTaskSchedulerBuilder schedulers) {
        return schedulers.poolSize(1).threadNamePrefix("codes-").build();
    }
}
