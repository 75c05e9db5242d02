package dev.windfall.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTML that was rendered with gaps, cut at them.
final class Frame {

    /// Characters for private use, which no text has and no escaping touches.
    private static final Pattern GAP = Pattern.compile("\uE000([^\uE001]*)\uE001");

    private final List<String> gaps = new ArrayList<>();
    private final List<String> pieces = new ArrayList<>();
    private final int length;

    private Frame(String html) {
        Matcher gap = GAP.matcher(html);
        int end = 0;
        while (gap.find()) {
            pieces.add(html.substring(end, gap.start()));
            gaps.add(gap.group(1));
            end = gap.end();
        }
        pieces.add(html.substring(end));
        length = html.length();
    }

    /// What a template has to print where there shall be a gap.
    static String gap(String name) {
        return "\uE000" + name + "\uE001";
    }

    static Frame of(String html) {
        return new Frame(html);
    }

    int length() {
        return length;
    }

    /// @param contents HTML for each gap, by its name
    String filled(UnaryOperator<String> contents) {
        var page = new StringBuilder(4 * length);
        for (int i = 0; i < gaps.size(); i++) {
            page.append(pieces.get(i)).append(contents.apply(gaps.get(i)));
        }
        return page.append(pieces.getLast()).toString();
    }
}
