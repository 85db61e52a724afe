/// Examples of merging; the laws are in `law`.
@NullMarked
package org.onego.bundle.merge;

import org.jspecify.annotations.NullMarked;
