package dev.windfall.publishing.page;

import dev.windfall.account.access.UploadPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    UploadPath imports() {
        return new UploadPath(ImportsController.PATH);
    }
}
