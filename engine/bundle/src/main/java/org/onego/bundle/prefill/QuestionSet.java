package org.onego.bundle.prefill;

import java.util.stream.IntStream;

/// A set of questions by their index. As `BitSet`, but it counts what two sets have in common
/// without making a third: the planner does little else.
final class QuestionSet {

    private final long[] words;

    private QuestionSet(long[] words) {
        this.words = words;
    }

    /// An empty set for questions 0 to `size - 1`.
    static QuestionSet ofSize(int size) {
        return new QuestionSet(new long[Math.ceilDiv(size, Long.SIZE)]);
    }

    QuestionSet copy() {
        return new QuestionSet(words.clone());
    }

    void add(int question) {
        words[question / Long.SIZE] |= 1L << question;
    }

    boolean contains(int question) {
        return (words[question / Long.SIZE] & 1L << question) != 0;
    }

    void addAll(QuestionSet other) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
    }

    void removeAll(QuestionSet other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= ~other.words[i];
        }
    }

    /// How many questions are in both.
    int common(QuestionSet other) {
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            count += Long.bitCount(words[i] & other.words[i]);
        }
        return count;
    }

    int size() {
        return common(this);
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    IntStream stream() {
        return IntStream.range(0, words.length * Long.SIZE).filter(this::contains);
    }
}
