package org.onego.examples.certificates;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The faults in force. Failures are spread evenly, not drawn by lot: at a rate of 0.2 every fifth
/// answer fails, so what a test sees does not depend on luck.
final class Faults {

    /// What to do with one answer.
    record Verdict(Fault.Mode mode, Duration delay) {}

    private final Map<String, Fault> byType = new LinkedHashMap<>();
    private final Map<String, Double> owed = new LinkedHashMap<>();

    Faults(Collection<Fault> faults) {
        faults.forEach(this::set);
    }

    synchronized void set(Fault fault) {
        owed.remove(fault.type());
        if (fault.mode() == Fault.Mode.OK && fault.delay().isZero() && fault.failRate() == 0) {
            byType.remove(fault.type());
        } else {
            byType.put(fault.type(), fault);
        }
    }

    synchronized void clear() {
        byType.clear();
        owed.clear();
    }

    synchronized List<Fault> all() {
        return List.copyOf(byType.values());
    }

    /// A type's own fault goes before the one for all.
    synchronized Verdict next(String type) {
        Fault fault = byType.containsKey(type) ? byType.get(type) : byType.get("*");
        if (fault == null) {
            return new Verdict(Fault.Mode.OK, Duration.ZERO);
        }
        double debt = owed.merge(fault.type(), fault.failRate(), Double::sum);
        boolean fails = debt > 1 - 1e-9;
        if (fails) {
            owed.put(fault.type(), debt - 1);
        }
        Fault.Mode failing = fault.mode() == Fault.Mode.OK ? Fault.Mode.ERROR : fault.mode();
        return new Verdict(fails ? failing : Fault.Mode.OK, fault.delay());
    }
}
