package dev.windfall;

import dev.windfall.publishing.Publication;
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
        name = "publish",
        description = "Publish approved draws, so that everybody sees their winners.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all are published", "1:one was not", "2:the arguments or the password were wrong"})
class PublishCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private StaffOption staff = new StaffOption();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Which which;

    private static final class Which {

        @Option(names = "--all", description = "All draws that are approved and not published.")
        private boolean all;

        @Parameters(paramLabel = "DRAW_NO", arity = "1..*", description = "The numbers of the draws.")
        private List<String> drawNumbers = List.of();
    }

    @Override
    public Integer call() {
        return CommandContext.run(this::run);
    }

    private int run(BeanFactory beans) {
        String publisher = staff.proven(beans).username();
        var report = new OutcomeReport(
                spec.commandLine().getOut(), spec.commandLine().getErr());
        var publication = beans.getBean(Publication.class);
        for (String drawNumber : which.all ? publication.approvedDraws() : which.drawNumbers) {
            report.tell(publication.publish(drawNumber, publisher));
        }
        return report.exitCode();
    }
}
