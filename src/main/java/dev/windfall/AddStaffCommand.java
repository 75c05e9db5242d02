package dev.windfall;

import dev.windfall.account.AccountKey;
import dev.windfall.account.StaffAccounts;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "add-staff",
        description = {
            "Add a member of staff. Prints a password for the first sign-in.",
            "Publication takes two: one imports a draw, another one approves it."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:added", "1:the user name is taken", "2:the arguments were wrong"})
class AddStaffCommand implements Callable<Integer> {

    /// There may be no member of staff yet: the user of the operating system does it.
    private static final String OPERATOR = System.getProperty("user.name", "unknown") + " (command line)";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "USERNAME", description = "Lower-case letters, digits, dot, hyphen; a letter first.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String username;

    @Option(names = "--name", required = true, description = "The name that pages show.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Override
    public Integer call() {
        AccountKey.Staff key = StaffOption.key(username, spec);
        if (name.isBlank() || name.length() > 200) {
            throw new ParameterException(spec.commandLine(), "--name has 1 to 200 characters");
        }
        return CommandContext.run(beans -> add(key, beans));
    }

    private int add(AccountKey.Staff key, BeanFactory beans) {
        Optional<String> password = beans.getBean(StaffAccounts.class).add(key, name, OPERATOR);
        if (password.isEmpty()) {
            spec.commandLine().getErr().printf("The user name %s is taken.%n", key.username());
            return 1;
        }
        spec.commandLine()
                .getOut()
                .printf("Added %s. The password for the first sign-in: %s%n", key.username(), password.get());
        return 0;
    }
}
