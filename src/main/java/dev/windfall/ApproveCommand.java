package dev.windfall;

import dev.windfall.account.SignedIn;
import dev.windfall.publishing.Approval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "approve",
        description = "Approve imported draws, as somebody else than who imported them.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all are approved", "1:one was not", "2:the arguments or the password were wrong"})
class ApproveCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private StaffOption staff = new StaffOption();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Which which;

    private static final class Which {
        @Option(names = "--all", description = "All draws that are checked and not approved.")
        private boolean all;

        @Parameters(paramLabel = "DRAW_NO", arity = "1..*", description = "The numbers of the draws.")
        private List<String> drawNumbers = List.of();
    }

    @Override
    public Integer call() {
        return CommandContext.run(this::run);
    }

    private int run(BeanFactory beans) {
        SignedIn.Staff approver = approver(beans);
        var approval = beans.getBean(Approval.class);
        var report = new OutcomeReport(
                spec.commandLine().getOut(), spec.commandLine().getErr());
        for (String drawNumber : which.all ? approval.checkedDraws() : which.drawNumbers) {
            report.tell(approval.approve(drawNumber, approver.username()));
        }
        return report.exitCode();
    }

    private SignedIn.Staff approver(BeanFactory beans) {
        try {
            return staff.proven(beans);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
