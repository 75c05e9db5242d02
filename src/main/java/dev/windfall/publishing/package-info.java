/// How draws come in and are made public: import, checks, publication, and the staff's pages for them.
@NullMarked
package dev.windfall.publishing;

import org.jspecify.annotations.NullMarked;
