package dev.windfall.bench.alternative;

import dev.windfall.Windfall;
import java.util.Arrays;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// A node of Windfall in which one part answers subscribers in another way: everything else, from the sign-in to the
/// template, is Windfall's own.
public final class AlternativeServer {

    private AlternativeServer() {}

    /// @param args the key of an [Alternative], then settings as Spring Boot takes them
    public static void main(String[] args) {
        new SpringApplicationBuilder(
                        Windfall.class,
                        Alternative.ofKey(args[0]).beans(),
                        StaticPage.Beans.class,
                        Cookies.Beans.class,
                        Unmeasured.Beans.class)
                .run(Arrays.copyOfRange(args, 1, args.length));
    }
}
