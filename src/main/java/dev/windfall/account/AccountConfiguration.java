package dev.windfall.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
@EnableScheduling
class AccountConfiguration {

    /// argon2id as the OWASP Password Storage Cheat Sheet asks: 19 MiB of memory, 2 passes, 1 lane.
    @Bean
    PasswordHashes passwordHashes(AccountSettings settings) {
        return new PasswordHashes(new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2), settings.hashesAtOnce());
    }
}
