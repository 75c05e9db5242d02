package dev.windfall.account.access;

import dev.windfall.account.session.CookieSecurityContextRepository;
import dev.windfall.account.session.SessionAuthentication;
import dev.windfall.account.session.SessionCsrfTokenRepository;
import dev.windfall.account.session.Sessions;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            Sessions sessions,
            CookieSecurityContextRepository contexts,
            SessionCsrfTokenRepository formTokens) {
        var refusals = new Refusals();
        return http.securityContext(context -> context.securityContextRepository(contexts))
                // there are no sessions on the server, and its filter would read each cookie once more to learn that
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens)
                        .ignoringRequestMatchers(Area.LANGUAGE, Area.CARRIERS, Area.UNSUBSCRIBE))
                .addFilterBefore(new SessionsKnownFilter(sessions), CsrfFilter.class)
                .addFilterBefore(new UploadsByStaffFilter(), CsrfFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::setHeaders)
                .authorizeHttpRequests(SecurityConfiguration::setAreas)
                .build();
    }

    /// Each request is measured as a whole. To measure it by each filter as well would take time of every page.
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static void setAreas(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(Area.ASSETS, Area.PUBLIC, Area.SIGN_IN, Area.LANGUAGE, Area.CARRIERS, Area.UNSUBSCRIBE)
                .permitAll()
                .requestMatchers(Area.SUBSCRIBERS)
                .hasRole(SessionAuthentication.SUBSCRIBER)
                .requestMatchers(Area.STAFF)
                .hasRole(SessionAuthentication.STAFF)
                .requestMatchers(Area.ACCOUNT)
                .authenticated()
                .anyRequest()
                .denyAll();
    }

    /// Beyond Spring Security's own defaults: nosniff, frame options, and HSTS behind TLS.
    private static void setHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new PrivateCaching())
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
