package dev.windfall.delivery.intake;

import dev.windfall.delivery.EventType;
import dev.windfall.delivery.code.CodeLists;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads a request's updates, from a JSON array or from one object a line, and lets go of those of no interest right
/// there: what becomes of nineteen of twenty is a count. Of these only the status code is looked at.
final class UpdateReader {

    private static final int MAX_LENGTH = 64;
    private static final int FIRST_LEG = 1;
    private static final int MAX_LEG = 9;

    private static final JsonFactory JSON = new JsonFactory();

    /// So much carriers' clocks may be ahead. An event of next year would be the last one for a year.
    private static final Duration FUTURE = Duration.ofHours(1);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final CodeLists codes;
    private final Instant latest;
    private final List<StatusUpdate> interesting = new ArrayList<>();
    private int received;

    // of the update that is being read
    private @Nullable String trackingNumber;
    private @Nullable String statusCode;
    private @Nullable String occurredAt;
    private @Nullable String eventId;
    private int leg;

    private UpdateReader(CodeLists codes, Instant now) {
        this.codes = codes;
        this.latest = now.plus(FUTURE);
    }

    /// What a request tells.
    ///
    /// @param received how many updates it has
    /// @param interesting those of them that winners want to know
    record Updates(int received, List<StatusUpdate> interesting) {}

    /// @throws IntakeRefused if it is not what carriers were asked for, with what is wrong and where
    static Updates read(byte[] body, CodeLists codes, Instant now) throws IntakeRefused {
        var reader = new UpdateReader(codes, now);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            reader.readAll(json);
        } catch (StreamConstraintsException _) {
            throw new IntakeRefused(
                    Refusal.UNREADABLE,
                    "update %d, somewhere in it: nested too deeply, or a name, text or number is too long"
                            .formatted(reader.received));
        } catch (JacksonException e) {
            throw new IntakeRefused(
                    Refusal.UNREADABLE,
                    "update %d, %s: no JSON from here on: %s"
                            .formatted(reader.received, place(e.getLocation()), e.getOriginalMessage()));
        }
        return new Updates(reader.received, List.copyOf(reader.interesting));
    }

    private void readAll(JsonParser json) throws IntakeRefused {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                readUpdate(json);
            }
            if (json.nextToken() != null) {
                throw unreadable(json, "there is something after the end of the array");
            }
        } else {
            for (JsonToken token = first; token != null; token = json.nextToken()) {
                readUpdate(json);
            }
        }
    }

    private void readUpdate(JsonParser json) throws IntakeRefused {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unreadable(json, "an update is an object; send an array of them, or one on each line");
        }
        received++;
        forgetTheLast();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            readField(json);
        }
        if (statusCode == null) {
            throw lacking(json, "status_code");
        }
        EventType eventType = codes.eventType(statusCode);
        if (eventType != null) {
            interesting.add(update(json, eventType));
        }
    }

    private void forgetTheLast() {
        trackingNumber = null;
        statusCode = null;
        occurredAt = null;
        eventId = null;
        leg = FIRST_LEG;
    }

    private void readField(JsonParser json) throws IntakeRefused {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
            case "tracking_number" -> trackingNumber = text(json, field);
            case "status_code" -> statusCode = text(json, field);
            case "occurred_at" -> occurredAt = text(json, field);
            case "event_id" -> eventId = text(json, field);
            case "leg" -> leg = json.currentToken() == JsonToken.VALUE_NULL ? FIRST_LEG : leg(json);
            // carriers tell more than they were asked for
            default -> json.skipChildren();
        }
    }

    private String text(JsonParser json, String field) throws IntakeRefused {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw unreadable(json, field + " is a text");
        }
        return json.getString();
    }

    private int leg(JsonParser json) throws IntakeRefused {
        boolean isWhole =
                json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT;
        int given = isWhole ? json.getIntValue() : 0;
        if (given < FIRST_LEG || given > MAX_LEG) {
            throw unreadable(json, "leg is a whole number from %d to %d".formatted(FIRST_LEG, MAX_LEG));
        }
        return given;
    }

    private StatusUpdate update(JsonParser json, EventType eventType) throws IntakeRefused {
        return new StatusUpdate(
                required(json, "event_id", eventId),
                required(json, "tracking_number", trackingNumber),
                leg,
                eventType,
                time(json, required(json, "occurred_at", occurredAt)));
    }

    private String required(JsonParser json, String field, @Nullable String value) throws IntakeRefused {
        if (value == null) {
            throw lacking(json, field);
        }
        if (value.isBlank() || value.length() > MAX_LENGTH || value.codePoints().anyMatch(UpdateReader::isNoText)) {
            throw unreadable(json, "%s takes 1 to %d characters".formatted(field, MAX_LENGTH));
        }
        return value;
    }

    /// A control character, or half of a character.
    private static boolean isNoText(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private Instant time(JsonParser json, String text) throws IntakeRefused {
        Instant time;
        try {
            time = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw unreadable(json, "occurred_at is a time with its offset from UTC, such as 2026-11-21T10:15:00+01:00");
        }
        if (time.isBefore(EARLIEST) || time.isAfter(latest)) {
            throw unreadable(json, "occurred_at is a time that has come, and not of the last century");
        }
        return time;
    }

    private IntakeRefused lacking(JsonParser json, String field) {
        return unreadable(json, field + " is missing");
    }

    private IntakeRefused unreadable(JsonParser json, String reason) {
        return new IntakeRefused(
                Refusal.UNREADABLE,
                "update %d, %s: %s".formatted(received, place(json.currentTokenLocation()), reason));
    }

    /// @param location null if the parser doesn't say
    private static String place(@Nullable TokenStreamLocation location) {
        return location == null
                ? "somewhere in it"
                : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
