package dev.windfall.web;

import dev.windfall.account.SignedIn;
import dev.windfall.draw.LotterySettings;
import dev.windfall.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What the layout shows on every page: the lottery, who is signed in, and the languages to choose from.
@ControllerAdvice
class LayoutAdvice {

    private final LotterySettings lottery;
    private final Assets assets;

    LayoutAdvice(LotterySettings lottery, Assets assets) {
        this.lottery = lottery;
        this.assets = assets;
    }

    @ModelAttribute
    void describeLayout(@AuthenticationPrincipal @Nullable SignedIn signedIn, HttpServletRequest request, Model model) {
        model.addAttribute("lotteryName", lottery.name());
        model.addAttribute("signedIn", signedIn);
        model.addAttribute("signedInSubscriber", signedIn instanceof SignedIn.Subscriber);
        model.addAttribute("signedInStaff", signedIn instanceof SignedIn.Staff);
        model.addAttribute("languages", Language.values());
        // without the query: a page that repeats what somebody else wrote would help to guess the rest when compressed
        model.addAttribute("address", request.getRequestURI());
        model.addAttribute("styles", assets.address("windfall.css"));
        model.addAttribute("emblem", assets.address("favicon.svg"));
    }
}
