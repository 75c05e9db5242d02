package dev.windfall.web;

import dev.windfall.account.SignedIn;
import dev.windfall.draw.LotterySettings;
import dev.windfall.language.Language;
import dev.windfall.language.Own;
import dev.windfall.language.SharedHtml;
import dev.windfall.web.Shell.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.ITemplateEngine;

/// What the layout shows on every page: the lottery, who is signed in, and the languages to choose from.
@ControllerAdvice
class LayoutAdvice {

    private static final String TEMPLATE = "shell";
    private static final List<Language> LANGUAGES = List.of(Language.values());
    private static final int MAX_CHARACTERS = 2_000_000;

    private final SharedHtml shells;

    LayoutAdvice(ITemplateEngine templates, LotterySettings lottery, Assets assets) {
        var tools = Map.<String, Object>of(
                "lotteryName", lottery.name(),
                "languages", LANGUAGES,
                "styles", assets.address("windfall.css"),
                "emblem", assets.address("favicon.svg"));
        shells = new SharedHtml(templates, TEMPLATE, tools, MAX_CHARACTERS);
    }

    @ModelAttribute
    void describeLayout(
            @AuthenticationPrincipal @Nullable SignedIn signedIn,
            @Nullable CsrfToken formToken,
            HttpServletRequest request,
            Model model) {
        // without the query: a page that repeats what somebody else wrote would help to guess the rest when compressed
        model.addAttribute("shell", new Shell(shells, Visitor.of(signedIn), request.getRequestURI()));
        model.addAttribute("signedInStaff", signedIn instanceof SignedIn.Staff);
        model.addAttribute("languages", LANGUAGES);
        if (signedIn != null && formToken != null) {
            model.addAttribute("own", new Own(signedIn.name(), number(signedIn), formToken::getToken));
        }
    }

    private static String number(SignedIn signedIn) {
        return switch (signedIn) {
            case SignedIn.Subscriber subscriber -> Integer.toString(subscriber.number());
            case SignedIn.Staff _ -> "";
        };
    }
}
