/// Who may see what: the security filter chain of the whole application, with its headers and refusals.
@NullMarked
package dev.windfall.account.access;

import org.jspecify.annotations.NullMarked;
