package dev.windfall.delivery.code;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/// The service that knows what carriers mean. It has a second operation, the event type of a single code, which the
/// obvious design asks for each update.
interface CodeService {

    /// @return null if the answer is no object
    @GetExchange("/event-types/{eventType}/status-codes")
    @Nullable
    StatusCodeList statusCodes(@PathVariable String eventType, @RequestParam String carrier);

    /// Further members are nobody's business here.
    record StatusCodeList(List<String> statusCodes) {
        public StatusCodeList {
            statusCodes = List.copyOf(statusCodes);
        }
    }
}
