package dev.windfall;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Members of staff who give commands, all with the same password.
final class CommandStaff {

    static final String PASSWORD = "correct horse battery staple";

    /// What a command reads of its standard input.
    static final String TYPED = PASSWORD + "\n";

    private CommandStaff() {}

    static void add(JdbcClient jdbc, String... usernames) {
        String hash = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD);
        for (String username : usernames) {
            jdbc.sql("insert into staff (username, name, password_hash) values (:username, :username, :hash)")
                    .param("username", username)
                    .param("hash", hash)
                    .update();
        }
    }
}
