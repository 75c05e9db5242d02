package dev.windfall.language;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    private static final List<String> BUNDLES = List.of(
            "messages/web",
            "messages/account",
            "messages/prizes",
            "messages/publishing",
            "messages/refresh",
            "messages/admin",
            "messages/audit",
            "messages/monitoring",
            "messages/delivery",
            "messages/journey",
            "messages/notice");

    @Bean
    MessageSource messageSource() {
        return new Texts(BUNDLES);
    }

    @Bean
    @ConditionalOnWebApplication
    LocaleResolver localeResolver() {
        return new VisitorsLanguage();
    }
}
