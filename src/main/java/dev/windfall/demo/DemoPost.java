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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/// Has the demo's carriers tell what happens to parcels, as real ones do: over HTTP, signed, and most of it of no
/// interest. They tell what they have not told yet; after a start, everything once more.
@Component
@ConditionalOnWebApplication
class DemoPost implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DemoPost.class);

    private static final int AT_ONCE = 1000;

    private final DemoCarriers carriers;
    private final Shipments shipments;
    private final LotteryCalendar calendar;
    private final ServerProperties server;
    private volatile Map<String, Carrier> posts = Map.of();

    /// Until when what happened to each parcel has been told, by the shipment's id.
    private final Map<Integer, Instant> told = new HashMap<>();

    DemoPost(DemoCarriers carriers, Shipments shipments, LotteryCalendar calendar, ServerProperties server) {
        this.carriers = carriers;
        this.shipments = shipments;
        this.calendar = calendar;
        this.server = server;
    }

    @EventListener
    void open(WebServerInitializedEvent started) {
        boolean isOurs = started.getApplicationContext().getServerNamespace() == null;
        if (isOurs) {
            URI node = URI.create(
                    "http://%s:%d".formatted(host(), started.getWebServer().getPort()));
            posts = carriers.all().stream()
                    .collect(Collectors.toMap(
                            DemoCarrier::name, carrier -> new Carrier(node, carrier.name(), carrier.secret())));
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
        Instant now = calendar.now();
        Map<String, List<Shipment>> parcels = shipments.underWay().stream()
                .filter(parcel -> posts.containsKey(parcel.carrier()))
                .filter(parcel ->
                        toldUntil(parcel).isBefore(parcel.handedOverAt().plus(DemoWay.LONGEST)))
                .collect(Collectors.groupingBy(Shipment::carrier));
        parcels.forEach((name, some) -> tell(carriers.named(name), some, now));
    }

    private void tell(DemoCarrier carrier, List<Shipment> parcels, Instant now) {
        Carrier post = Objects.requireNonNull(posts.get(carrier.name()));
        List<Map<String, Object>> updates =
                parcels.stream().flatMap(parcel -> due(parcel, carrier, now)).toList();
        for (int from = 0; from < updates.size(); from += AT_ONCE) {
            if (!tell(post, updates.subList(from, Math.min(from + AT_ONCE, updates.size())), now)) {
                return;
            }
        }
        parcels.forEach(parcel -> told.put(parcel.id(), now));
    }

    private Instant toldUntil(Shipment parcel) {
        return told.getOrDefault(parcel.id(), Instant.EPOCH);
    }

    private Stream<Map<String, Object>> due(Shipment parcel, DemoCarrier carrier, Instant now) {
        Instant since = toldUntil(parcel);
        return new DemoWay(parcel.trackingNumber(), parcel.handedOverAt(), carrier)
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
            log.debug("A carrier of the demo could not tell anything: {}", e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void destroy() {
        posts.values().forEach(Carrier::close);
    }
}
