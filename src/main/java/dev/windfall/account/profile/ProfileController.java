package dev.windfall.account.profile;

import dev.windfall.account.AccountKey;
import dev.windfall.account.AccountPage;
import dev.windfall.account.session.CookieSecurityContextRepository;
import dev.windfall.account.session.Session;
import dev.windfall.account.session.SessionAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/account")
class ProfileController {

    private static final String PAGE = "account/profile";

    private final PasswordChange passwordChange;
    private final CookieSecurityContextRepository contexts;
    private final TermText termText;
    private final List<AccountPage> pages;

    ProfileController(
            PasswordChange passwordChange,
            CookieSecurityContextRepository contexts,
            TermText termText,
            List<AccountPage> pages) {
        this.passwordChange = passwordChange;
        this.contexts = contexts;
        this.termText = termText;
        this.pages = pages;
    }

    @GetMapping
    String show(SessionAuthentication authentication, Model model) {
        return page(authentication.session(), model);
    }

    /// Where a refused change stays, for whoever comes back to that address.
    @GetMapping("/password")
    String leadToThePage() {
        return "redirect:/account";
    }

    @PostMapping("/password")
    String changePassword(
            SessionAuthentication authentication,
            @RequestParam(defaultValue = "") String oldPassword,
            @RequestParam(defaultValue = "") String newPassword,
            @RequestParam(defaultValue = "") String repeatedPassword,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var session = authentication.session();
        var password = new NewPassword(oldPassword, newPassword, repeatedPassword);
        return switch (passwordChange.attempt(session, password)) {
            case PasswordChangeOutcome.Changed(Session next) -> {
                contexts.save(next, request, response);
                yield "redirect:/account?changed";
            }
            case PasswordChangeOutcome.Unfit(PasswordFlaw flaw) -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                yield refuse("account.password." + flaw.name().toLowerCase(Locale.ROOT), session, model);
            }
            case PasswordChangeOutcome.WrongOldPassword _ -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                yield refuse("account.password.wrong_old", session, model);
            }
            case PasswordChangeOutcome.Throttled(Duration delay) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(delay.toSeconds() + 1));
                yield refuse("account.password.throttled", session, model);
            }
            case PasswordChangeOutcome.SignInEnded _ -> {
                contexts.clear(request, response);
                yield "redirect:/login";
            }
        };
    }

    private String refuse(String reason, Session session, Model model) {
        model.addAttribute("reason", reason);
        return page(session, model);
    }

    private String page(Session session, Model model) {
        var account = AccountKey.of(session.owner().account());
        model.addAttribute("accountName", account.name());
        model.addAttribute("pages", pages);
        model.addAttribute("mustChangePassword", session.mustChangePassword());
        model.addAttribute("minimumLength", NewPassword.minimumLength(account));
        termText.addTo(model, session.owner());
        return PAGE;
    }
}
