/// The signed cookie that says who is signed in, and the shared picture that says which cookies still count.
@NullMarked
package dev.windfall.account.session;

import org.jspecify.annotations.NullMarked;
