package dev.windfall.account.profile;

import dev.windfall.account.AccountKey;
import dev.windfall.account.AccountRepository;
import dev.windfall.account.SubscriberAccount;
import dev.windfall.account.session.Sessions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Staff find a subscriber's account by its number, and disable or enable it.
@Controller
@RequestMapping("/admin/accounts")
class SubscriberAccountsController {

    private final AccountRepository accounts;
    private final Sessions sessions;

    SubscriberAccountsController(AccountRepository accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping
    String search() {
        return "account/accounts";
    }

    @GetMapping(params = "number")
    String find(@RequestParam String number) {
        return "redirect:/admin/accounts/" + account(number.strip()).number();
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, Model model) {
        model.addAttribute("account", account(number));
        return "account/accounts";
    }

    @PostMapping("/{number}")
    String setDisabled(@PathVariable String number, @RequestParam boolean disabled) {
        var account = account(number);
        accounts.setDisabled(account.number(), disabled).ifPresent(sessions::learn);
        return "redirect:/admin/accounts/" + account.number();
    }

    private SubscriberAccount account(String number) {
        return AccountKey.typed(number)
                .flatMap(key -> key instanceof AccountKey.Subscriber subscriber
                        ? accounts.findSubscriber(subscriber.number())
                        : Optional.empty())
                .orElseThrow(UnknownSubscriber::new);
    }

    @ExceptionHandler(UnknownSubscriber.class)
    void sayNotFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private static final class UnknownSubscriber extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
