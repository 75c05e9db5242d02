/// How carriers' updates come in: signed, many at once, and nearly all of them of no interest.
@NullMarked
package dev.windfall.delivery.intake;

import org.jspecify.annotations.NullMarked;
