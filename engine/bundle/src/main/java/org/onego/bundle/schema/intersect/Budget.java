package org.onego.bundle.schema.intersect;

import org.jspecify.annotations.Nullable;

/// Counts the work of one intersection, so that no input takes more than a bounded time.
final class Budget {

    private final @Nullable Budget whole;
    private long left;

    Budget(long work) {
        this(null, work);
    }

    private Budget(@Nullable Budget whole, long work) {
        this.whole = whole;
        this.left = work;
    }

    /// A part of it, for a question that is given up before the whole is spent.
    Budget part(long work) {
        return new Budget(this, work);
    }

    void spend(long steps) {
        left -= steps;
        if (whole != null) {
            whole.spend(steps);
        }
        if (left < 0) {
            throw new Spent();
        }
    }

    /// Spends what a part was not made for.
    void spendOfWhole(long steps) {
        if (whole == null) {
            spend(steps);
        } else {
            whole.spendOfWhole(steps);
        }
    }

    /// Whether it is not only this part that is spent.
    boolean isWhollySpent() {
        return whole == null ? left < 0 : whole.isWhollySpent();
    }

    /// Caught where an exact answer without simplification is at hand.
    static final class Spent extends RuntimeException {
        Spent() {
            super("The work allowed for one intersection is spent", null, false, false);
        }
    }
}
