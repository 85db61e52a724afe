/// Whole ways through the product in a real browser, against the real simulators and embedded
/// stores.
@NullMarked
package org.onego.server.way;

import org.jspecify.annotations.NullMarked;
