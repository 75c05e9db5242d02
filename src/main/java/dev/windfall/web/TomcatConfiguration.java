package dev.windfall.web;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class TomcatConfiguration {

    private static final String WRITE_BUFFER = "socket.appWriteBufSize";
    private static final String WRITE_BUFFER_BYTES = "16384";

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> requestIds() {
        return factory -> factory.addEngineValves(new RequestId());
    }

    /// A page of the usual size goes out at once, and wakes who waits for it once: with room for 8 KB, as it comes, one
    /// that is not compressed takes a second call of the system. Each open connection holds 8 KB more for it.
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> roomForAPage() {
        return factory -> factory.addConnectorCustomizers(TomcatConfiguration::makeRoom);
    }

    private static void makeRoom(Connector connector) {
        if (!connector.setProperty(WRITE_BUFFER, WRITE_BUFFER_BYTES)) {
            throw new IllegalStateException("this Tomcat knows no " + WRITE_BUFFER);
        }
    }

    /// Comes after Boot's own valve for this, so that it is the one to report.
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemReports() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemReportValve()));
    }
}
