package dev.windfall.refresh;

import dev.windfall.account.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
@ConditionalOnWebApplication
class RefreshesController {

    private final NodeRefresh refresh;

    RefreshesController(NodeRefresh refresh) {
        this.refresh = refresh;
    }

    /// Asks all nodes to refresh, this one before it answers, and leads back to where the outcomes show.
    @PostMapping("/admin/refreshes")
    String create(@AuthenticationPrincipal SignedIn.Staff staff) {
        refresh.askAll(staff.username());
        return "redirect:/admin#refreshes";
    }
}
