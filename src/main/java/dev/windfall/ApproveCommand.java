package dev.windfall;

import dev.windfall.publishing.Approval;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "approve",
        description = "Approve imported draws, as somebody else than who imported them.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all are approved", "1:one was not", "2:the arguments or the password were wrong"})
class ApproveCommand implements Callable<Integer> {

    private static final Pattern DRAW_AND_VERSION = Pattern.compile("(.+)@(\\d{1,9})");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private StaffOption staff = new StaffOption();

    @Parameters(
            paramLabel = "DRAW_NO@VERSION",
            arity = "1..*",
            description = "The draws, each with the version that you compared with the official result.")
    private List<String> versions = List.of();

    @Override
    public Integer call() {
        List<Looked> looked = versions.stream().map(this::looked).toList();
        return CommandContext.run(beans -> run(looked, beans));
    }

    private int run(List<Looked> looked, BeanFactory beans) {
        String approver = staff.proven(beans).username();
        var approval = beans.getBean(Approval.class);
        var report = new OutcomeReport(
                spec.commandLine().getOut(), spec.commandLine().getErr());
        for (Looked at : looked) {
            report.tell(approval.approve(at.drawNumber(), at.version(), approver));
        }
        return report.exitCode();
    }

    private Looked looked(String text) {
        Matcher matcher = DRAW_AND_VERSION.matcher(text);
        if (!matcher.matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'%s' names no version: the import told it, write it like 3047@1".formatted(text));
        }
        return new Looked(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    /// What somebody looked at.
    private record Looked(String drawNumber, int version) {}
}
