package dev.windfall.language;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTML that was rendered with gaps, cut at them.
final class Frame {

    private final List<String> gaps;
    private final List<Html> pieces;
    private final int length;

    private Frame(List<String> gaps, List<Html> pieces) {
        this.gaps = List.copyOf(gaps);
        this.pieces = List.copyOf(pieces);
        this.length = pieces.stream().mapToInt(Html::length).sum();
    }

    /// What a template has to print where there shall be a gap: the name between characters for private use, which no
    /// escaping touches.
    static String gap(String name) {
        return "\uE000" + name + "\uE001";
    }

    /// @param names of the gaps that there may be: what else looks like one is text that somebody wrote
    static Frame of(String html, Set<String> names) {
        List<String> gaps = new ArrayList<>();
        List<Html> pieces = new ArrayList<>();
        int end = 0;
        if (!names.isEmpty()) {
            String anyGap = names.stream().map(Frame::gap).map(Pattern::quote).collect(joining("|"));
            Matcher gap = Pattern.compile(anyGap).matcher(html);
            while (gap.find()) {
                pieces.add(Html.of(html.substring(end, gap.start())));
                gaps.add(html.substring(gap.start() + 1, gap.end() - 1));
                end = gap.end();
            }
        }
        pieces.add(Html.of(html.substring(end)));
        return new Frame(gaps, pieces);
    }

    /// In bytes, without what fills it.
    int length() {
        return length;
    }

    /// @param contents for each gap, by its name
    Html filled(Function<String, Html> contents) {
        if (gaps.isEmpty()) {
            return pieces.getFirst();
        }
        List<Html> parts = new ArrayList<>(pieces.size() + gaps.size());
        for (int i = 0; i < gaps.size(); i++) {
            parts.add(pieces.get(i));
            parts.add(contents.apply(gaps.get(i)));
        }
        parts.add(pieces.getLast());
        return Html.joined(parts);
    }
}
