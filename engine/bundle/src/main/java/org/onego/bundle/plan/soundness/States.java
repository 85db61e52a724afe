package org.onego.bundle.plan.soundness;

import java.util.Arrays;

/// The markings seen, as bit sets side by side in one array, each with the one that it was reached
/// from.
final class States {

    private final int words;
    private long[] marks;
    private int[] parent = new int[64];
    private int[] by = new int[64];
    private int[] table = new int[256];
    private int size;

    States(int words) {
        this.words = words;
        this.marks = new long[64 * words];
        Arrays.fill(table, -1);
    }

    int size() {
        return size;
    }

    int parent(int state) {
        return parent[state];
    }

    /// What fired to reach it first.
    int by(int state) {
        return by[state];
    }

    void read(int state, long[] into) {
        System.arraycopy(marks, state * words, into, 0, words);
    }

    boolean meets(int state, long[] mask) {
        for (int i = 0; i < words; i++) {
            if ((marks[state * words + i] & mask[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /// The number of this marking, which is added if it is new.
    int add(long[] marking, int from, int fired) {
        if (2 * size >= table.length) {
            rehash();
        }
        int slot = slot(marking);
        if (table[slot] >= 0) {
            return table[slot];
        }
        if (size == parent.length) {
            parent = Arrays.copyOf(parent, 2 * size);
            by = Arrays.copyOf(by, 2 * size);
            marks = Arrays.copyOf(marks, 2 * size * words);
        }
        System.arraycopy(marking, 0, marks, size * words, words);
        parent[size] = from;
        by[size] = fired;
        table[slot] = size;
        return size++;
    }

    private int slot(long[] marking) {
        int mask = table.length - 1;
        int slot = hash(marking, 0) & mask;
        while (table[slot] >= 0 && !same(table[slot], marking)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean same(int state, long[] marking) {
        int at = state * words;
        return Arrays.equals(marks, at, at + words, marking, 0, words);
    }

    private int hash(long[] from, int at) {
        long hash = 0;
        for (int i = at; i < at + words; i++) {
            hash = (hash ^ from[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private void rehash() {
        table = new int[2 * table.length];
        Arrays.fill(table, -1);
        int mask = table.length - 1;
        for (int state = 0; state < size; state++) {
            int slot = hash(marks, state * words) & mask;
            while (table[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = state;
        }
    }
}
