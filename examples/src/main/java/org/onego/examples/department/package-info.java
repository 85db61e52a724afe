/// A department's own system: takes cases that are pushed to it or asks for them, decides them, and
/// calls the product back.
@NullMarked
package org.onego.examples.department;

import org.jspecify.annotations.NullMarked;
