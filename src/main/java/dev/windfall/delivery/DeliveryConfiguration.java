package dev.windfall.delivery;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryConfiguration {

    @Bean
    Carriers carriers(DeliverySettings settings, ObjectProvider<Carriers.Otherwise> otherwise) {
        if (!settings.carriers().isEmpty()) {
            return new Carriers(settings.codeService(), settings.carriers());
        }
        return otherwise.stream().findFirst().map(Carriers.Otherwise::carriers).orElse(Carriers.NONE);
    }
}
