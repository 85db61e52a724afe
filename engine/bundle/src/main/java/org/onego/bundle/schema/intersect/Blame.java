package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Says where in the inputs the two demands of a contradiction stand, so that whoever wrote them
/// can change them.
final class Blame {

    private final ReadSchemas.Reading.Readable read;
    private final Evaluation evaluation;

    Blame(ReadSchemas.Reading.Readable read, Evaluation evaluation) {
        this.read = read;
        this.evaluation = evaluation;
    }

    EmptyReason of(EmptyReason reason) {
        List<Demand> lefts = candidates(reason.at(), reason.left());
        List<Demand> rights = candidates(reason.at(), reason.right());
        for (Demand left : lefts) {
            Optional<Demand> right =
                    rights.stream().filter(each -> each.schema() != left.schema()).findFirst();
            if (right.isPresent()) {
                return new EmptyReason(reason.at(), left, right.get());
            }
        }
        Demand left = lefts.isEmpty() ? reason.left() : lefts.getFirst();
        Demand right =
                rights.stream()
                        .filter(each -> !each.equals(left))
                        .findFirst()
                        .orElse(rights.isEmpty() ? reason.right() : rights.getFirst());
        return new EmptyReason(reason.at(), left, right);
    }

    /// The places that ask for it: those with the very value first, then those that ask for it and
    /// more, then any others from whose values it was made.
    private List<Demand> candidates(String at, Demand demand) {
        List<Demand> found =
                new ArrayList<>(new FindDemands(read, evaluation, demand.keyword()).at(at));
        int best = found.stream().mapToInt(each -> distance(each, demand)).min().orElse(0);
        return found.stream()
                .filter(each -> distance(each, demand) == best)
                .sorted(Comparator.comparingInt(Demand::schema))
                .toList();
    }

    private static int distance(Demand found, Demand wanted) {
        if (Json.same(found.value(), wanted.value())) {
            return 0;
        }
        boolean more =
                found.value().isArray()
                        && wanted.value().isArray()
                        && wanted.value()
                                .valueStream()
                                .allMatch(value ->
                                        found.value()
                                                .valueStream()
                                                .anyMatch(each -> Json.same(each, value)));
        return more ? 1 : 2;
    }
}
