package dev.windfall.statement;

import java.lang.StackWalker.StackFrame;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a statement is called: the class and the method of ours that ask it, as in `JdbcDrawRepository.publishedDraws`.
/// So none is without a name, and the names are as many as the methods. It goes to the database as a comment, where it
/// helps who looks at `pg_stat_activity` or a log.
final class StatementName {

    /// Of what is asked by nobody of ours.
    static final String OTHER = "other";

    private static final String OURS = "dev.windfall.";
    private static final String HERE = StatementName.class.getPackageName() + ".";
    private static final Pattern COMMENT = Pattern.compile("/\\* ([\\w.]+) \\*/ ");
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");
    private static final StackWalker CALLERS = StackWalker.getInstance();

    private StatementName() {}

    /// The statement with the name of who asks it now in front.
    static String addTo(String sql) {
        String name = asking();
        return name.equals(OTHER) ? sql : "/* %s */ %s".formatted(name, sql);
    }

    static String of(String sql) {
        Matcher comment = COMMENT.matcher(sql);
        return comment.lookingAt() ? comment.group(1) : OTHER;
    }

    /// By who is asking now.
    static String asking() {
        return CALLERS.walk(callers -> callers.filter(StatementName::isOurs)
                .findFirst()
                .map(StatementName::name)
                .orElse(OTHER));
    }

    private static boolean isOurs(StackFrame caller) {
        return caller.getClassName().startsWith(OURS) && !caller.getClassName().startsWith(HERE);
    }

    /// Without the names that the compiler gives to nested classes and to lambdas.
    private static String name(StackFrame caller) {
        String outermost = caller.getClassName().replaceFirst("\\$.*", "");
        Matcher lambda = LAMBDA.matcher(caller.getMethodName());
        String method = lambda.matches() ? lambda.group(1) : caller.getMethodName();
        return outermost.substring(outermost.lastIndexOf('.') + 1) + "." + method.replaceAll("\\W", "");
    }
}
