package dev.windfall.account.signin;

import dev.windfall.account.AccountKey;
import dev.windfall.account.AccountSettings;
import dev.windfall.account.SignedIn;
import dev.windfall.account.session.CookieSecurityContextRepository;
import dev.windfall.account.session.HttpOnlyCookie;
import dev.windfall.account.session.KnownDevices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {

    private static final String PAGE = "account/login";

    private final SignIn signIn;
    private final CookieSecurityContextRepository contexts;
    private final KnownDevices devices;
    private final Duration deviceLifetime;

    SignInController(
            SignIn signIn, CookieSecurityContextRepository contexts, KnownDevices devices, AccountSettings settings) {
        this.signIn = signIn;
        this.contexts = contexts;
        this.devices = devices;
        this.deviceLifetime = settings.deviceLifetime();
    }

    @GetMapping("/login")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn signedIn,
            @RequestParam(defaultValue = "") String next,
            Model model) {
        model.addAttribute("next", next);
        return signedIn == null ? PAGE : "redirect:" + StartPage.of(signedIn);
    }

    @PostMapping("/login")
    String signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var device = HttpOnlyCookie.DEVICE.read(request);
        var attempt = new SignInAttempt(username, password, request.getRemoteAddr(), device);
        model.addAttribute("next", next);
        model.addAttribute("username", username);
        return switch (signIn.attempt(attempt)) {
            case SignInOutcome.Accepted accepted -> accept(accepted, next, request, response);
            case SignInOutcome.Refused _ -> refuse(HttpStatus.UNAUTHORIZED, "login.refused", response, model);
            case SignInOutcome.Impossible _ -> refuse(HttpStatus.BAD_REQUEST, "login.impossible", response, model);
            case SignInOutcome.Throttled(Duration delay) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(delay.toSeconds() + 1));
                yield refuse(HttpStatus.TOO_MANY_REQUESTS, "login.throttled", response, model);
            }
        };
    }

    private String accept(
            SignInOutcome.Accepted accepted, String next, HttpServletRequest request, HttpServletResponse response) {
        var session = accepted.session();
        contexts.save(session, request, response);
        var device = devices.toCookie(
                accepted.device(), AccountKey.of(session.owner().account()));
        HttpOnlyCookie.DEVICE.write(request, response, device, deviceLifetime);
        return "redirect:" + StartPage.after(session, next);
    }

    private static String refuse(HttpStatus status, String reason, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("reason", reason);
        return PAGE;
    }
}
