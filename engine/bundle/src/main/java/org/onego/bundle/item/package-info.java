/// An item (事项) as its department wrote it: metadata, form, materials, results. Next is `pack`.
@NullMarked
package org.onego.bundle.item;

import org.jspecify.annotations.NullMarked;
