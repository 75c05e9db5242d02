package dev.windfall;

import dev.windfall.account.AccountKey;
import dev.windfall.account.SignedIn;
import dev.windfall.account.StaffAccounts;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Who of the staff acts on the command line, proven by their password: asked for on a terminal, otherwise the first
/// line of the standard input. Never an argument, which everybody on the machine can see.
final class StaffOption {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(
            names = "--as",
            required = true,
            paramLabel = "USERNAME",
            description =
                    "The member of staff who does it. The password is asked for, or read from the standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String username;

    /// @throws ParameterException if there is no such member of staff, or the password is another
    SignedIn.Staff proven(BeanFactory beans) throws IOException {
        return beans.getBean(StaffAccounts.class)
                .who(key(username, command), password())
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "Not the password of %s, or not one that was chosen by its owner".formatted(username)));
    }

    /// @throws ParameterException if no member of staff can be called so
    static AccountKey.Staff key(String username, CommandSpec command) {
        try {
            return new AccountKey.Staff(username);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "'%s' is %s".formatted(username, e.getMessage()), e);
        }
    }

    private String password() throws IOException {
        Optional<Console> terminal = Terminal.find();
        if (terminal.isPresent()) {
            char[] typed = terminal.get().readPassword("Password of %s: ", username);
            return typed == null ? "" : new String(typed);
        }
        var input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return Objects.requireNonNullElse(input.readLine(), "");
    }
}
