package dev.windfall;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/// The program. Without a command it serves.
@SpringBootApplication
@Command(
        name = "windfall",
        description = "A prizes portal for subscription lotteries. Without a command it serves the pages.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            ApproveCommand.class,
            PublishCommand.class,
            WithdrawCommand.class,
            SimulateCommand.class,
            AddStaffCommand.class
        },
        footer = "%nSettings are environment variables: see the README.")
public class Windfall implements Callable<Integer> {

    public static void main(String[] args) {
        int exitCode = commandLine().execute(args);
        if (exitCode != ServeCommand.STILL_SERVING) {
            System.exit(exitCode);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Windfall())
                .registerConverter(LocalDate.class, Windfall::date)
                .setExecutionExceptionHandler(new CommandFailures());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'%s' is not a day as yyyy-mm-dd".formatted(text));
        }
    }

    @Override
    public Integer call() {
        return new ServeCommand().call();
    }
}
