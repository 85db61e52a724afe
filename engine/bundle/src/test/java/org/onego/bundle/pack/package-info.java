/// Packages, right and wrong, and what must be read out of them.
@NullMarked
package org.onego.bundle.pack;

import org.jspecify.annotations.NullMarked;
