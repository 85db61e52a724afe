package org.onego.bundle.plan.soundness;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.IntConsumer;

/// An immutable set of small numbers (places, nodes), made for sets of one to a few members.
final class Marks {

    static final Marks NONE = new Marks(new int[0]);

    /// Ascending, without repetition.
    private final int[] members;

    private Marks(int[] members) {
        this.members = members;
    }

    static Marks of(int member) {
        return new Marks(new int[] {member});
    }

    static Marks of(Collection<Integer> members) {
        return members.isEmpty()
                ? NONE
                : new Marks(
                        members.stream().mapToInt(Integer::intValue).sorted().distinct().toArray());
    }

    static Marks of(int[] members) {
        return members.length == 0
                ? NONE
                : new Marks(Arrays.stream(members).sorted().distinct().toArray());
    }

    int size() {
        return members.length;
    }

    boolean isEmpty() {
        return members.length == 0;
    }

    int first() {
        return members[0];
    }

    int get(int position) {
        return members[position];
    }

    boolean isOnly(int member) {
        return members.length == 1 && members[0] == member;
    }

    boolean has(int member) {
        return Arrays.binarySearch(members, member) >= 0;
    }

    boolean hasAll(Marks others) {
        for (int other : others.members) {
            if (!has(other)) {
                return false;
            }
        }
        return true;
    }

    boolean meets(Marks others) {
        int i = 0;
        int j = 0;
        while (i < members.length && j < others.members.length) {
            if (members[i] == others.members[j]) {
                return true;
            }
            if (members[i] < others.members[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    Marks with(int member) {
        int at = Arrays.binarySearch(members, member);
        if (at >= 0) {
            return this;
        }
        int[] more = new int[members.length + 1];
        System.arraycopy(members, 0, more, 0, -at - 1);
        more[-at - 1] = member;
        System.arraycopy(members, -at - 1, more, -at, members.length + at + 1);
        return new Marks(more);
    }

    Marks without(int member) {
        int at = Arrays.binarySearch(members, member);
        if (at < 0) {
            return this;
        }
        int[] fewer = new int[members.length - 1];
        System.arraycopy(members, 0, fewer, 0, at);
        System.arraycopy(members, at + 1, fewer, at, fewer.length - at);
        return new Marks(fewer);
    }

    Marks plus(Marks others) {
        if (others.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return others;
        }
        if (others.size() == 1) {
            return with(others.first());
        }
        int[] both = new int[members.length + others.members.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < members.length || j < others.members.length) {
            int a = i < members.length ? members[i] : Integer.MAX_VALUE;
            int b = j < others.members.length ? others.members[j] : Integer.MAX_VALUE;
            both[n++] = Math.min(a, b);
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
        return new Marks(n == both.length ? both : Arrays.copyOf(both, n));
    }

    Marks minus(Marks others) {
        if (!meets(others)) {
            return this;
        }
        int[] rest = new int[members.length];
        int n = 0;
        int j = 0;
        for (int member : members) {
            while (j < others.members.length && others.members[j] < member) {
                j++;
            }
            if (j == others.members.length || others.members[j] != member) {
                rest[n++] = member;
            }
        }
        return new Marks(Arrays.copyOf(rest, n));
    }

    void forEach(IntConsumer action) {
        for (int member : members) {
            action.accept(member);
        }
    }

    int[] toArray() {
        return members.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marks marks && Arrays.equals(members, marks.members);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(members);
    }

    @Override
    public String toString() {
        return Arrays.toString(members);
    }
}
