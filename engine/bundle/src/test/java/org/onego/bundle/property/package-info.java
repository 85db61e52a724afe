/**
 * Property-based testing without a library: {@link org.onego.bundle.property.Property} runs a body
 * on many drawn values and shrinks what fails. Start at {@link org.onego.bundle.property.Choices},
 * from which generators draw.
 */
@NullMarked
package org.onego.bundle.property;

import org.jspecify.annotations.NullMarked;
