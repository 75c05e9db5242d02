package dev.windfall.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.LocaleResolver;

/// Remembers the language that a visitor chose, signed in or not, and leads back to the page that he read.
@Controller
class LanguageController {

    /// Pages of this site only, for anybody can have written the form.
    private static final Pattern OWN_PAGE =
            Pattern.compile("/(login|prizes|draws|account)(/[A-Za-z0-9_-]{1,100}){0,8}(\\?[A-Za-z0-9=&%._~-]{0,200})?");

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
        return "redirect:" + (OWN_PAGE.matcher(page).matches() ? page : "/");
    }
}
