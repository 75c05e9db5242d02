package dev.windfall.publishing.intake;

import dev.windfall.publishing.Writing;
import dev.windfall.publishing.file.PrizeTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// @param winnersFiles in any order; each holds one draw, a draw may have several
public record ImportRequest(
        Path prizeTable, PrizeTable.Selection selection, List<Path> winnersFiles, Signature signature) {

    public ImportRequest {
        winnersFiles = List.copyOf(winnersFiles);
    }

    /// Who asks for an import, and what they put in writing.
    ///
    /// @param correction why draws that were published before are imported again; without it they stay as they are
    /// @param confirmation why the draws are right even if the checks have doubts; without it, doubts wait for one
    public record Signature(String actor, Optional<String> correction, Optional<String> confirmation) {

        /// @throws IllegalArgumentException if a text is none, or too long
        public Signature {
            correction.ifPresent(Writing::requireFitting);
            confirmation.ifPresent(Writing::requireFitting);
        }

        public static Signature of(String actor) {
            return new Signature(actor, Optional.empty(), Optional.empty());
        }
    }
}
