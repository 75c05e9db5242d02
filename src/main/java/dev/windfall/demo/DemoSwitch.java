package dev.windfall.demo;

import dev.windfall.database.Database;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Whether there is a demo.
@Component
class DemoSwitch {

    private final DemoSettings settings;
    private final Database database;

    DemoSwitch(DemoSettings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    boolean isOn() {
        return Objects.requireNonNullElse(settings.demo(), database.embedded());
    }
}
