package dev.windfall.publishing.intake;

import dev.windfall.csv.FileDigest;
import dev.windfall.csv.Findings;
import java.util.List;

/// What an import made of one draw.
public sealed interface DrawOutcome {

    String drawNumber();

    /// Its winners are in.
    ///
    /// @param version counted in the draw from 1
    /// @param doubts what the checks found that is unlikely and may be right
    /// @param checked whether nothing is left to be confirmed before the draw can be approved
    record Imported(String drawNumber, int version, int prizeCount, Findings doubts, boolean checked)
            implements DrawOutcome {}

    /// Its prize table is known; its winners files are still to come.
    record Declared(String drawNumber) implements DrawOutcome {}

    /// No winners file was given for it and its winners were in already: they stay as they are.
    record Kept(String drawNumber) implements DrawOutcome {}

    /// Nothing of it got in.
    ///
    /// @param winnersFiles as far as they were read before it was refused
    record Refused(String drawNumber, Findings findings, List<FileDigest> winnersFiles) implements DrawOutcome {

        public Refused {
            winnersFiles = List.copyOf(winnersFiles);
        }
    }
}
