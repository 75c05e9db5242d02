package dev.windfall;

import dev.windfall.publishing.Publication;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "withdraw",
        description = "Take a published draw back at once: subscribers read that it is being checked.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is withdrawn", "1:it was not published", "2:the arguments were wrong"})
class WithdrawCommand implements Callable<Integer> {

    private static final int MAX_REASON = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "DRAW_NO", description = "The number of the draw.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String drawNumber;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it goes to the audit trail.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reason;

    @Override
    public Integer call() {
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw new ParameterException(spec.commandLine(), "--reason has 1 to %d characters".formatted(MAX_REASON));
        }
        return CommandContext.run(this::run);
    }

    private int run(BeanFactory beans) {
        var report = new OutcomeReport(
                spec.commandLine().getOut(), spec.commandLine().getErr());
        report.tell(beans.getBean(Publication.class).withdraw(drawNumber, reason, CommandContext.ACTOR));
        return report.exitCode();
    }
}
