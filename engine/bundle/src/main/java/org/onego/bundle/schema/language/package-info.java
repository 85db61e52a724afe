/// Which texts a regular expression lets through, reasoned about as a whole instead of tried one by
/// one. What is found goes to the intersection, which proves with it that nothing is left.
@NullMarked
package org.onego.bundle.schema.language;

import org.jspecify.annotations.NullMarked;
