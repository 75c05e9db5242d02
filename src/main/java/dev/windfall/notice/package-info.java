/// What subscribers are told by mail: who wants it, what there is to tell, and how it gets out. Whoever has something
/// to tell knows this room; it knows nobody.
@NullMarked
package dev.windfall.notice;

import org.jspecify.annotations.NullMarked;
