/// The two CSV formats that draws come in, the prize table and the winners file: read row by row in bounded memory,
/// with a finding for everything that is not as it should be.
@NullMarked
package dev.windfall.publishing.file;

import org.jspecify.annotations.NullMarked;
