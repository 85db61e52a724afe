/// Whole journeys over the real embedded stores.
@NullMarked
package org.onego.adapters;

import org.jspecify.annotations.NullMarked;
