package dev.windfall.demo;

import dev.windfall.delivery.Carriers;
import dev.windfall.delivery.DeliverySettings.CarrierSettings;
import dev.windfall.simulator.carrier.CodeServer;
import dev.windfall.simulator.carrier.CodeServer.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// The demo's carriers, and the service that knows their codes, which answers over HTTP like a real one: those of a
/// table
/// of real codes where there is one (`WINDFALL_DEMO_STATUS_CODES`), or else one that is made up.
@Component
@ConditionalOnWebApplication
class DemoCarriers implements Carriers.Otherwise, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DemoCarriers.class);

    private static final int SECRET_BYTES = 24;

    private static final String MADE_UP = "swift";

    /// Most of what it tells is of no interest, as with all carriers.
    private static final List<Code> MADE_UP_CODES = List.of(
            new Code(MADE_UP, "PRE", "announced"),
            new Code(MADE_UP, "SCN", "in_transit"),
            new Code(MADE_UP, "SRT", "in_transit"),
            new Code(MADE_UP, "DPT", "in_transit"),
            new Code(MADE_UP, "OFD", "out_for_delivery"),
            new Code(MADE_UP, "NHM", "delivery_failed"),
            new Code(MADE_UP, "SHP", "ready_for_pickup"),
            new Code(MADE_UP, "DLV", "delivered"),
            new Code(MADE_UP, "RTS", "return_to_sender"));

    private final DemoSwitch demo;
    private final @Nullable Path table;
    private volatile SortedMap<String, DemoCarrier> carriers = new TreeMap<>();
    private @Nullable CodeServer service;

    DemoCarriers(DemoSwitch demo, DemoSettings settings) {
        this.demo = demo;
        this.table = settings.demoStatusCodes();
    }

    /// Those that prizes travel with, in the order of their names; none where an operator has named others.
    List<DemoCarrier> all() {
        return List.copyOf(carriers.values());
    }

    DemoCarrier named(String name) {
        return Objects.requireNonNull(carriers.get(name));
    }

    @Override
    public Carriers carriers() {
        if (!demo.isOn()) {
            return Carriers.NONE;
        }
        List<Code> codes = codes();
        try {
            service = CodeServer.start(codes, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, List<Code>> byCarrier = codes.stream().collect(Collectors.groupingBy(Code::carrier));
        SortedMap<String, DemoCarrier> opened = new TreeMap<>();
        byCarrier.forEach((name, its) -> opened.put(name, DemoCarrier.of(name, newSecret(), its)));
        carriers = opened;
        return new Carriers(
                service.uri(),
                opened.values().stream()
                        .collect(Collectors.toMap(
                                DemoCarrier::name, carrier -> new CarrierSettings(List.of(carrier.secret())))));
    }

    private List<Code> codes() {
        if (table == null || !Files.exists(table)) {
            return MADE_UP_CODES;
        }
        try {
            return CodeServer.read(table);
        } catch (IOException | NoSuchElementException e) {
            log.warn(
                    "{} is no table of status codes, so that the demo's carrier is made up: {}", table, e.getMessage());
            return MADE_UP_CODES;
        }
    }

    private static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void destroy() {
        if (service != null) {
            service.close();
        }
    }
}
