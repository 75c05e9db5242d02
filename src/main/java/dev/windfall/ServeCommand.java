package dev.windfall;

import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/// Starts the node and leaves it running. Takes no arguments, Spring's neither: settings are environment variables, so
/// that there is one way to set them and a misspelt option is told.
@Command(name = "serve", description = "Serve the pages (the default).", mixinStandardHelpOptions = true)
class ServeCommand implements Callable<Integer> {

    /// Not an exit code: the program goes on in the server's threads.
    static final int STILL_SERVING = -1;

    @Override
    public Integer call() {
        try {
            SpringApplication.run(Windfall.class);
            return STILL_SERVING;
        } catch (RuntimeException _) {
            // Spring Boot has told why, or Windfall's own reporter has
            return ExitCode.SOFTWARE;
        }
    }
}
