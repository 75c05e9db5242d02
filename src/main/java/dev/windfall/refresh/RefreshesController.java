package dev.windfall.refresh;

import dev.windfall.refresh.Refresh.Cause;
import dev.windfall.refresh.Refresh.Outcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

@Controller
@ConditionalOnWebApplication
class RefreshesController {

    private final Refresher refresher;

    RefreshesController(Refresher refresher) {
        this.refresher = refresher;
    }

    /// Refreshes this node and leads back to where the outcome shows.
    @PostMapping("/admin/refreshes")
    String create() {
        if (refresher.refresh(Cause.REQUEST).outcome() == Outcome.FAILED) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        return "redirect:/admin#refreshes";
    }
}
