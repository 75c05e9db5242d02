package dev.windfall.account.session;

import dev.windfall.account.SignInEnd;
import java.time.Instant;

/// @param recordedAt by the database's clock
record RecordedEnd(SignInEnd end, Instant recordedAt) {}
