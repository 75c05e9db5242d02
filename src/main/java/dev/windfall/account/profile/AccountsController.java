package dev.windfall.account.profile;

import dev.windfall.account.AccountKey;
import dev.windfall.account.AccountRepository;
import dev.windfall.account.AccountState;
import dev.windfall.account.SignedIn;
import dev.windfall.account.session.Sessions;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Staff find an account by the name that its owner signs in with, and disable or enable it.
@Controller
@RequestMapping("/admin/accounts")
class AccountsController {

    private final AccountRepository accounts;
    private final AccountSwitch accountSwitch;
    private final Sessions sessions;

    AccountsController(AccountRepository accounts, AccountSwitch accountSwitch, Sessions sessions) {
        this.accounts = accounts;
        this.accountSwitch = accountSwitch;
        this.sessions = sessions;
    }

    @GetMapping
    String search() {
        return "account/accounts";
    }

    @GetMapping(params = "name")
    String find(@RequestParam String name) {
        return redirect(account(name.strip().toLowerCase(Locale.ROOT)));
    }

    @GetMapping("/{name}")
    String show(@PathVariable String name, @AuthenticationPrincipal SignedIn staff, Model model) {
        var account = account(name);
        model.addAttribute("account", account);
        model.addAttribute("ownAccount", isOwn(account, staff));
        return "account/accounts";
    }

    /// Nobody disables their own account: so there is always somebody left who can enable the others.
    @PostMapping("/{name}")
    String setDisabled(
            @PathVariable String name, @RequestParam boolean disabled, @AuthenticationPrincipal SignedIn.Staff staff) {
        var account = account(name);
        if (isOwn(account, staff)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        accountSwitch.setDisabled(account.key(), disabled, staff.username()).ifPresent(sessions::learn);
        return redirect(account);
    }

    private AccountState account(String name) {
        return AccountKey.typed(name)
                .flatMap(accounts::findState)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean isOwn(AccountState account, SignedIn staff) {
        return account.key().value().equals(staff.account());
    }

    private static String redirect(AccountState account) {
        return "redirect:/admin/accounts/" + account.key().name();
    }
}
