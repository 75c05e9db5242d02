package dev.windfall.notice;

import dev.windfall.account.SignedIn;
import dev.windfall.language.Language;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a subscriber says whether he wants mail, and to which address.
@Controller
@WhereMailIsSent
@RequestMapping(MailAddressController.PATH)
class MailAddressController {

    static final String PATH = "/account/mail";

    private static final int MAX_LENGTH = 254;

    private final MailAddresses addresses;

    MailAddressController(MailAddresses addresses) {
        this.addresses = addresses;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn owner, Model model) {
        return page(subscriber(owner), model);
    }

    /// Where what was refused stays, for whoever comes back to that address.
    @GetMapping({"/address", "/code", "/end"})
    String leadToThePage() {
        return "redirect:" + PATH;
    }

    @PostMapping("/address")
    String ask(
            @AuthenticationPrincipal SignedIn owner,
            @RequestParam(defaultValue = "") String address,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        int subscriber = subscriber(owner);
        Optional<String> written = written(address.strip());
        if (written.isEmpty()) {
            model.addAttribute("given", address.strip());
            return refuse("notice.mail.no-address", HttpStatus.BAD_REQUEST, subscriber, response, model);
        }
        Language language = Language.ofTag(locale.toLanguageTag()).orElse(Language.ENGLISH);
        if (!addresses.ask(subscriber, written.get(), language)) {
            return refuse("notice.mail.too-many", HttpStatus.TOO_MANY_REQUESTS, subscriber, response, model);
        }
        return "redirect:" + PATH;
    }

    /// As mail servers everywhere take it: an address without a name before it, in ASCII.
    private static Optional<String> written(String text) {
        if (text.length() > MAX_LENGTH || !text.chars().allMatch(character -> character > ' ' && character <= '~')) {
            return Optional.empty();
        }
        try {
            var address = new InternetAddress(text, true);
            address.validate();
            return Optional.of(text).filter(_ -> text.equals(address.getAddress()) && text.contains("@"));
        } catch (AddressException _) {
            return Optional.empty();
        }
    }

    @PostMapping("/code")
    String confirm(
            @AuthenticationPrincipal SignedIn owner,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response,
            Model model) {
        int subscriber = subscriber(owner);
        if (!addresses.confirm(subscriber, code.replaceAll("\\s", ""))) {
            return refuse("notice.mail.wrong-code", HttpStatus.BAD_REQUEST, subscriber, response, model);
        }
        return "redirect:%s?confirmed".formatted(PATH);
    }

    @PostMapping("/end")
    String end(@AuthenticationPrincipal SignedIn owner) {
        addresses.end(subscriber(owner));
        return "redirect:%s?ended".formatted(PATH);
    }

    private static int subscriber(SignedIn owner) {
        return switch (owner) {
            case SignedIn.Subscriber subscriber -> subscriber.number();
            case SignedIn.Staff _ -> throw new AccessDeniedException("only subscribers are mailed");
        };
    }

    private String refuse(String reason, HttpStatus status, int subscriber, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("reason", reason);
        return page(subscriber, model);
    }

    private String page(int subscriber, Model model) {
        model.addAttribute("mail", addresses.of(subscriber));
        return "notice/mail";
    }
}
