package dev.windfall.demo;

import dev.windfall.delivery.shipment.Shipment;
import dev.windfall.delivery.shipment.Shipments;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.simulator.carrier.Carrier;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Has the demo's carrier tell what happens to parcels, as a real one does: over HTTP, signed, and most of it of no
/// interest. It tells what it has not told yet; after a start, everything once more.
@Component
@ConditionalOnWebApplication
class DemoPost implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DemoPost.class);

    private static final int AT_ONCE = 1000;

    private final DemoCarrier carrier;
    private final Shipments shipments;
    private final LotteryCalendar calendar;
    private final ServerProperties server;
    private volatile @Nullable Carrier post;

    /// Until when what happened to each parcel has been told, by its number.
    private final Map<String, Instant> told = new HashMap<>();

    DemoPost(DemoCarrier carrier, Shipments shipments, LotteryCalendar calendar, ServerProperties server) {
        this.carrier = carrier;
        this.shipments = shipments;
        this.calendar = calendar;
        this.server = server;
    }

    @EventListener
    void open(WebServerInitializedEvent started) {
        boolean isOurs = started.getApplicationContext().getServerNamespace() == null;
        if (isOurs && carrier.isOpen()) {
            URI node = URI.create(
                    "http://%s:%d".formatted(host(), started.getWebServer().getPort()));
            post = new Carrier(node, DemoCarrier.NAME, carrier.secret());
        }
    }

    private String host() {
        InetAddress address = server.getAddress();
        if (address == null) {
            return "127.0.0.1";
        }
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    @Scheduled(fixedDelayString = "${windfall.demo-post-interval:5s}")
    void tell() {
        Carrier open = post;
        if (open == null) {
            return;
        }
        Instant now = calendar.now();
        List<Shipment> parcels = shipments.with(DemoCarrier.NAME);
        List<Map<String, Object>> updates =
                parcels.stream().flatMap(parcel -> due(parcel, now)).toList();
        for (int from = 0; from < updates.size(); from += AT_ONCE) {
            if (!tell(open, updates.subList(from, Math.min(from + AT_ONCE, updates.size())), now)) {
                return;
            }
        }
        parcels.forEach(parcel -> told.put(parcel.trackingNumber(), now));
    }

    private Stream<Map<String, Object>> due(Shipment parcel, Instant now) {
        Instant since = told.getOrDefault(parcel.trackingNumber(), Instant.EPOCH);
        return new DemoWay(parcel.trackingNumber(), parcel.handedOverAt())
                .updates().stream()
                        .filter(update -> update.occurredAt().isAfter(since)
                                && !update.occurredAt().isAfter(now))
                        .map(update -> update.asSent(parcel.trackingNumber()));
    }

    /// @return false if it has to be told again
    private static boolean tell(Carrier carrier, List<Map<String, Object>> updates, Instant now) {
        try {
            HttpResponse<String> answer = carrier.post(JsonMapper.shared().writeValueAsString(updates), now);
            return answer.statusCode() == HttpStatus.ACCEPTED.value();
        } catch (IOException e) {
            log.debug("The demo's carrier could not tell anything: {}", e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void destroy() {
        Carrier open = post;
        if (open != null) {
            open.close();
        }
    }
}
