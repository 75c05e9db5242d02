/// The overview for staff: what this node shows, how old it is, and what to do about it.
@NullMarked
package dev.windfall.admin;

import org.jspecify.annotations.NullMarked;
