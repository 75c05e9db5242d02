package dev.windfall.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class TomcatConfigurationTests {

    @Test
    void givesAConnectionRoomForAPage() {
        var factory = new TomcatServletWebServerFactory();
        new TomcatConfiguration().roomForAPage().customize(factory);
        var connector = new Connector();

        factory.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));

        assertThat(connector.getProperty("socket.appWriteBufSize")).isEqualTo(Integer.toString(16 * 1024));
    }
}
