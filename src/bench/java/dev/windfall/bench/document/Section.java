package dev.windfall.bench.document;

import java.io.IOException;
import java.nio.file.Path;

/// A part of the document.
interface Section {

    /// In Markdown, beginning with its heading.
    ///
    /// @param pictures the folder to write pictures into
    String write(Path pictures) throws IOException;
}
