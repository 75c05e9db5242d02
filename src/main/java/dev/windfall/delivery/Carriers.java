package dev.windfall.delivery;

import dev.windfall.delivery.DeliverySettings.CarrierSettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// With whom prizes travel, and who explains what they tell.
///
/// @param codeService null only where there is no carrier
/// @param byName by the names that their addresses and the code service have for them
public record Carriers(@Nullable URI codeService, Map<String, CarrierSettings> byName) {

    public static final Carriers NONE = new Carriers(null, Map.of());

    public Carriers {
        byName = Map.copyOf(byName);
    }

    public Set<String> names() {
        return byName.keySet();
    }

    public Optional<CarrierSettings> carrier(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// Those of a lottery whose operator has named none.
    @FunctionalInterface
    public interface Otherwise {

        Carriers carriers();
    }
}
