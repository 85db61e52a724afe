package org.onego.bundle.plan.soundness;

import java.util.Arrays;

/// A small, changing set of numbers in no particular order.
final class IntBag {

    private int[] members = new int[2];
    private int size;

    int size() {
        return size;
    }

    int get(int position) {
        return members[position];
    }

    int only() {
        return members[0];
    }

    void add(int member) {
        if (size == members.length) {
            members = Arrays.copyOf(members, 2 * size);
        }
        members[size++] = member;
    }

    void remove(int member) {
        for (int i = 0; i < size; i++) {
            if (members[i] == member) {
                members[i] = members[--size];
                return;
            }
        }
    }

    int[] toArray() {
        return Arrays.copyOf(members, size);
    }

    /// Ascending, to compare two of them.
    Marks toMarks() {
        return Marks.of(toArray());
    }
}
