package dev.windfall.simulator.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Plays a carrier, who posts updates that are signed by the rules of Standard Webhooks.
public final class Carrier implements AutoCloseable {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SECRET_PREFIX = "whsec_";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final byte[] key;

    /// @param node where updates are taken
    /// @param name as the node knows the carrier
    /// @param secret that both know, `whsec_` and Base64
    public Carrier(URI node, String name, String secret) {
        this.address = node.resolve("/api/v1/carriers/" + name + "/updates");
        this.key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
    }

    /// Posts a JSON array of updates.
    ///
    /// @param now by the carrier's clock
    public HttpResponse<String> post(String updates, Instant now) throws IOException, InterruptedException {
        String id = "msg_" + UUID.randomUUID();
        return send(request(id, now.getEpochSecond(), updates, signature(id, now.getEpochSecond(), updates)));
    }

    /// A request as it is sent, with whatever it claims.
    public HttpRequest request(String id, long seconds, String body, String signature) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    /// `v1,` and the HMAC in Base64.
    public String signature(String id, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signed = mac.doFinal("%s.%d.%s".formatted(id, seconds, body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
