package org.onego.renderer.citizen;

/// What was asked for does not exist, or belongs to somebody else: the page is the same.
final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotFound() {
        super("no such page for this person");
    }
}
