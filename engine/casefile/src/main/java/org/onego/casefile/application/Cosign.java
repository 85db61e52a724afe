package org.onego.casefile.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An opinion that the clerk of a case asks of others before deciding (会签).
///
/// @param number counts from 1 within the case
/// @param by who asks
/// @param department whose opinion is asked
/// @param clerk the one clerk who is asked, or null when any of the department may answer
/// @param question what is asked
/// @param shared JSON pointers of the fields of the item's document that a clerk of another
///   department sees with the question, and nothing else (law 8); in the case's own department
///   everybody sees the whole
/// @param opinion what was answered, or null
public record Cosign(
        int number,
        Actor.Clerk by,
        Instant at,
        String department,
        @Nullable String clerk,
        String question,
        List<String> shared,
        @Nullable Opinion opinion) {

    public Cosign {
        shared = List.copyOf(shared);
    }

    /// What is answered.
    public record Opinion(Actor.Clerk by, Instant at, Stand stand, String text) {}

    /// 同意, 有条件同意, 不同意.
    public enum Stand {
        AGREE,
        AGREE_IF,
        DISAGREE
    }

    public boolean isOpen() {
        return opinion == null;
    }

    /// Whether this clerk may answer it.
    public boolean asks(Actor.Clerk of) {
        return department.equals(of.department()) && (clerk == null || clerk.equals(of.id()));
    }

    Cosign answered(Opinion given) {
        return new Cosign(number, by, at, department, clerk, question, shared, given);
    }
}
