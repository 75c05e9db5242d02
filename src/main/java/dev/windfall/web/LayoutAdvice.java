package dev.windfall.web;

import dev.windfall.account.SignedIn;
import dev.windfall.draw.LotterySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What the layout shows on every page: the lottery, and who is signed in.
@ControllerAdvice
class LayoutAdvice {

    private final LotterySettings lottery;

    LayoutAdvice(LotterySettings lottery) {
        this.lottery = lottery;
    }

    @ModelAttribute
    void describeLayout(@AuthenticationPrincipal @Nullable SignedIn signedIn, Model model) {
        model.addAttribute("lotteryName", lottery.name());
        model.addAttribute("signedIn", signedIn);
        model.addAttribute("signedInSubscriber", signedIn instanceof SignedIn.Subscriber);
        model.addAttribute("signedInStaff", signedIn instanceof SignedIn.Staff);
    }
}
