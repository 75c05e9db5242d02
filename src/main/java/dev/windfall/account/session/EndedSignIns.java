package dev.windfall.account.session;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.windfall.account.SignInEnd;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Which sign-ins no longer count although their cookies say that they do. Immutable; a few dozen bytes for each.
final class EndedSignIns {

    static final EndedSignIns NONE = new EndedSignIns(Map.of());

    private final Map<String, End> bySubject;

    /// @param learnedAt by the node's own clock, which only its own memory is kept by
    private record End(int throughGeneration, Instant learnedAt) {}

    private EndedSignIns(Map<String, End> bySubject) {
        this.bySubject = bySubject;
    }

    boolean include(Session session) {
        return includes(SignInEnd.subjectOf(session.owner()), session.generation())
                || includes(SignInEnd.subjectOf(session.id()), session.generation());
    }

    private boolean includes(String subject, int generation) {
        var end = bySubject.get(subject);
        return end != null && generation <= end.throughGeneration();
    }

    /// These and the given ones. The same object if that is nothing new, which is so at most of the polls.
    EndedSignIns plus(Collection<SignInEnd> ends, Instant now) {
        if (ends.stream().allMatch(end -> includes(end.subject(), end.throughGeneration()))) {
            return this;
        }
        var more = new HashMap<>(bySubject);
        ends.forEach(end -> more.merge(end.subject(), new End(end.throughGeneration(), now), EndedSignIns::later));
        return new EndedSignIns(Map.copyOf(more));
    }

    /// Those learned at a moment or later.
    EndedSignIns since(Instant moment) {
        if (bySubject.values().stream().noneMatch(end -> end.learnedAt().isBefore(moment))) {
            return this;
        }
        return new EndedSignIns(bySubject.entrySet().stream()
                .filter(entry -> !entry.getValue().learnedAt().isBefore(moment))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    int size() {
        return bySubject.size();
    }

    private static End later(End one, End other) {
        return one.throughGeneration() >= other.throughGeneration() ? one : other;
    }
}
