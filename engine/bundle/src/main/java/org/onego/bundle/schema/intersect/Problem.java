package org.onego.bundle.schema.intersect;

/// Something in an input that is not a readable schema.
///
/// @param schema which input, counted from 0
/// @param pointer where in it, as a JSON pointer
/// @param message what is wrong, which value, and what to do
public record Problem(int schema, String pointer, String message) {

    @Override
    public String toString() {
        return "schema " + schema + " at '" + pointer + "': " + message;
    }
}
