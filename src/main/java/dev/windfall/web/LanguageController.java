package dev.windfall.web;

import dev.windfall.account.OwnPages;
import dev.windfall.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.LocaleResolver;

/// Remembers the language that a visitor chose, signed in or not, and leads back to the page that he read.
@Controller
class LanguageController {

    private static final OwnPages OF_VISITORS = OwnPages.under("login", "prizes", "draws", "account");

    private final LocaleResolver visitorsLanguage;

    LanguageController(LocaleResolver visitorsLanguage) {
        this.visitorsLanguage = visitorsLanguage;
    }

    @PostMapping("/language")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language chosen =
                Language.ofTag(language).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        visitorsLanguage.setLocale(request, response, chosen.locale());
        return "redirect:" + (OF_VISITORS.have(page) ? page : "/");
    }
}
