package dev.windfall.monitoring;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Sends spans on without what could tell who somebody is: of what they say only that stays which is known to name
/// nobody. So the address as it was asked for goes, and what exceptions say of the values that they met; route, status
/// and the exception's type stay.
final class AnonymousSpans implements SpanExporter {

    private static final Set<String> HARMLESS =
            Set.of("method", "uri", "status", "outcome", "exception", "error", "client.name");

    /// Statements, which have no values.
    private static final String STATEMENTS = "jdbc.";

    private final SpanExporter exporter;

    AnonymousSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(AnonymousSpan::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class AnonymousSpan extends DelegatingSpanData {

        AnonymousSpan(SpanData span) {
            super(span);
        }

        @Override
        public Attributes getAttributes() {
            return super.getAttributes().toBuilder()
                    .removeIf(attribute -> !isHarmless(attribute.getKey()))
                    .build();
        }

        private static boolean isHarmless(String attribute) {
            return HARMLESS.contains(attribute) || attribute.startsWith(STATEMENTS);
        }

        @Override
        public int getTotalAttributeCount() {
            return getAttributes().size();
        }

        @Override
        public List<EventData> getEvents() {
            return super.getEvents().stream()
                    .map(event -> EventData.create(event.getEpochNanos(), event.getName(), Attributes.empty()))
                    .toList();
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
