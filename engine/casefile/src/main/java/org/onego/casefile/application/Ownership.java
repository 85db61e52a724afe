package org.onego.casefile.application;

import java.util.Optional;
import java.util.function.Function;

/// What belongs to somebody else is not there.
public final class Ownership {

    private Ownership() {}

    public static boolean owns(Person person, Application application) {
        return application.owner().idNo().equals(person.idNo());
    }

    /// Changes an application of this person; empty when there is no such application, or it is
    /// somebody else's.
    public static <R> Optional<R> change(
            Journal journal,
            Person person,
            String applicationId,
            Function<Application, Change<R>> decide) {
        return journal.<Optional<R>>change(
                        applicationId,
                        application -> {
                            if (!owns(person, application)) {
                                return new Change.None<>(Optional.empty());
                            }
                            return switch (decide.apply(application)) {
                                case Change.To<R>(Application next, R result) ->
                                        new Change.To<>(next, Optional.of(result));
                                case Change.None<R>(R result) ->
                                        new Change.None<>(Optional.of(result));
                            };
                        })
                .flatMap(Function.identity());
    }
}
