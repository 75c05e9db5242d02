package dev.windfall.notice;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// Where mail programs end the mail for their readers (RFC 8058): by a POST, without signing in and whatever it
/// holds. A GET shows a page with a button, since programs that look after viruses follow every address.
@Controller
@WhereMailIsSent
class UnsubscribeController {

    static final String PATH = "/unsubscribe";

    private final MailAddresses addresses;

    UnsubscribeController(MailAddresses addresses) {
        this.addresses = addresses;
    }

    @GetMapping(PATH + "/{key}")
    String ask(@PathVariable String key) {
        key(key);
        return "notice/unsubscribe";
    }

    /// For people who pressed the page's button.
    @PostMapping(path = PATH + "/{key}", params = "from=page")
    String end(@PathVariable String key) {
        endAll(key);
        return "redirect:%s/%s?ended".formatted(PATH, key);
    }

    @PostMapping(path = PATH + "/{key}", params = "from!=page")
    ResponseEntity<String> endAtOnce(@PathVariable String key) {
        endAll(key);
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("");
    }

    private void endAll(String key) {
        addresses.end(key(key));
    }

    private static UUID key(String text) {
        return Optional.of(text)
                .filter(key -> key.length() == 36)
                .flatMap(UnsubscribeController::parsed)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<UUID> parsed(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
