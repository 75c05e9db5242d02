package dev.windfall.prizes.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingRoomTests {

    private final SettingRoom room = new SettingRoom(1);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void worksOnAThreadOfTheOperatingSystem() {
        assertThat(room.set(7, () -> Thread.currentThread().isVirtual())).isFalse();
    }

    @Test
    void refusesWhoFindsNoPlace() {
        room.set(7, () -> assertThatExceptionOfType(StatementsBusy.class).isThrownBy(() -> room.set(8, () -> "set")));
    }

    @Test
    void hasThePlaceFreeAsSoonAsADocumentIsSet() {
        for (int i = 0; i < 5_000; i++) {
            assertThat(room.set(7, () -> "set")).isEqualTo("set");
        }
    }

    @Test
    void refusesASecondDocumentToWhoWaitsForTheFirst() {
        try (var large = new SettingRoom(2)) {
            large.set(
                    7,
                    () -> assertThatExceptionOfType(StatementsBusy.class).isThrownBy(() -> large.set(7, () -> "set")));

            assertThat(large.set(7, () -> "set")).isEqualTo("set");
        }
    }

    @Test
    void tellsWhatWentWrong() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> room.set(7, () -> {
                    throw new IllegalStateException("no font");
                }));

        assertThat(room.set(7, () -> "set")).isEqualTo("set");
    }
}
