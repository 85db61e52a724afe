package org.onego.bundle.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.rule.QuestionRule;
import org.onego.bundle.schema.Condition;
import tools.jackson.core.JsonPointer;

/// On which other questions it depends whether a question is shown or must be answered.
final class Dependencies {

    private final Map<QuestionId, Set<QuestionId>> direct = new HashMap<>();

    /// @param asked the questions that can have an answer from the citizen
    Dependencies(Collection<QuestionRule> rules, Set<QuestionId> asked) {
        for (QuestionRule rule : rules) {
            Set<JsonPointer> pointers = new LinkedHashSet<>();
            collect(rule.visible(), pointers);
            collect(rule.required(), pointers);
            Set<QuestionId> questions = new LinkedHashSet<>();
            for (JsonPointer pointer : pointers) {
                for (QuestionId candidate : asked) {
                    if (!candidate.equals(rule.question())
                            && overlap(candidate.pointer(), pointer)) {
                        questions.add(candidate);
                    }
                }
            }
            direct.put(rule.question(), questions);
        }
    }

    /// The questions that this one's own conditions read.
    Set<QuestionId> of(QuestionId question) {
        return direct.getOrDefault(question, Set.of());
    }

    /// Whether each depends on the other, directly or by others.
    boolean areMutual(QuestionId one, QuestionId other) {
        return reaches(one, other) && reaches(other, one);
    }

    private boolean reaches(QuestionId from, QuestionId to) {
        Set<QuestionId> seen = new HashSet<>();
        LinkedHashSet<QuestionId> next = new LinkedHashSet<>(of(from));
        while (!next.isEmpty()) {
            QuestionId question = next.removeFirst();
            if (question.equals(to)) {
                return true;
            }
            if (seen.add(question)) {
                next.addAll(of(question));
            }
        }
        return false;
    }

    private static void collect(Condition condition, Set<JsonPointer> pointers) {
        switch (condition) {
            case Condition.All all -> all.conditions().forEach(each -> collect(each, pointers));
            case Condition.Any any -> any.conditions().forEach(each -> collect(each, pointers));
            case Condition.Not not -> collect(not.condition(), pointers);
            case Condition.Matches matches -> pointers.add(matches.at());
        }
    }

    /// A condition may read a whole subject, or a part of one answer.
    private static boolean overlap(JsonPointer answer, JsonPointer read) {
        String one = answer + "/";
        String other = read + "/";
        return one.startsWith(other) || other.startsWith(one);
    }
}
