package dev.windfall.demo;

import dev.windfall.delivery.Carriers;
import dev.windfall.delivery.DeliverySettings.CarrierSettings;
import dev.windfall.simulator.carrier.CodeServer;
import dev.windfall.simulator.carrier.CodeServer.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// The demo's carrier, and the service that knows its codes, which answers over HTTP like a real one.
@Component
@ConditionalOnWebApplication
class DemoCarrier implements Carriers.Otherwise, DisposableBean {

    static final String NAME = "swift";

    private static final int SECRET_BYTES = 24;

    /// Most of what it tells is of no interest, as with all carriers.
    private static final List<Code> CODES = List.of(
            new Code(NAME, "PRE", "announced"),
            new Code(NAME, "SCN", "in_transit"),
            new Code(NAME, "SRT", "in_transit"),
            new Code(NAME, "DPT", "in_transit"),
            new Code(NAME, "OFD", "out_for_delivery"),
            new Code(NAME, "NHM", "delivery_failed"),
            new Code(NAME, "SHP", "ready_for_pickup"),
            new Code(NAME, "DLV", "delivered"),
            new Code(NAME, "RTS", "return_to_sender"));

    private final DemoSwitch demo;
    private final String secret = newSecret();
    private @Nullable CodeServer service;

    DemoCarrier(DemoSwitch demo) {
        this.demo = demo;
    }

    private static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /// Whether prizes travel with it: an operator who has named carriers has others.
    boolean isOpen() {
        return service != null;
    }

    String secret() {
        return secret;
    }

    @Override
    public Carriers carriers() {
        if (!demo.isOn()) {
            return Carriers.NONE;
        }
        try {
            service = CodeServer.start(CODES, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Carriers(service.uri(), Map.of(NAME, new CarrierSettings(List.of(secret))));
    }

    @Override
    public void destroy() {
        if (service != null) {
            service.close();
        }
    }
}
