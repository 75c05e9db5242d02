package dev.windfall.publishing.page;

import dev.windfall.publishing.Writing;
import dev.windfall.publishing.file.PrizeTable;
import dev.windfall.publishing.intake.ImportRequest.Signature;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/// The form as it was sent; a browser sends an empty file for a field that was left empty.
///
/// @param items the tiers whose prize is a thing, a line each
/// @param correction why draws that were published before are imported again
record ImportForm(
        @Nullable MultipartFile prizeTable,
        @Nullable List<MultipartFile> winnersFiles,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable String items,
        @Nullable String correction) {

    List<MultipartFile> givenWinnersFiles() {
        return winnersFiles == null
                ? List.of()
                : winnersFiles.stream()
                        .filter(file -> !file.isEmpty()
                                || !Objects.requireNonNullElse(file.getOriginalFilename(), "")
                                        .isEmpty())
                        .toList();
    }

    PrizeTable.Selection selection() {
        return new PrizeTable.Selection(
                Objects.requireNonNullElse(from, LocalDate.MIN),
                Objects.requireNonNullElse(to, LocalDate.MAX),
                Objects.requireNonNullElse(items, "")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toSet()));
    }

    boolean isComplete() {
        return prizeTable != null && !prizeTable.isEmpty() && reason().length() <= Writing.MAX_LENGTH;
    }

    Signature signature(String actor) {
        return new Signature(actor, Optional.of(reason()).filter(text -> !text.isEmpty()), Optional.empty());
    }

    private String reason() {
        return Objects.requireNonNullElse(correction, "").strip();
    }
}
