package dev.windfall;

import dev.windfall.publishing.Publication;
import dev.windfall.publishing.Writing;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        exitCodeList = {"0:it is withdrawn", "1:it was not published", "2:the arguments or the password were wrong"})
class WithdrawCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private StaffOption staff = new StaffOption();

    @Parameters(paramLabel = "DRAW_NO", description = "The number of the draw.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String drawNumber;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it goes to the audit trail.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reason;

    @Override
    public Integer call() {
        try {
            Writing.requireFitting(reason);
        } catch (IllegalArgumentException unfit) {
            throw new ParameterException(spec.commandLine(), "--reason: " + unfit.getMessage(), unfit);
        }
        return CommandContext.run(this::run);
    }

    private int run(BeanFactory beans) {
        String withdrawer = staff.proven(beans).username();
        var report = new OutcomeReport(
                spec.commandLine().getOut(), spec.commandLine().getErr());
        report.tell(beans.getBean(Publication.class).withdraw(drawNumber, reason, withdrawer));
        return report.exitCode();
    }
}
