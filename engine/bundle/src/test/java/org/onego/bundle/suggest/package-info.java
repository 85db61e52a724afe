/// What staff are offered: measured on the fields of real forms, and tried on bundles.
@NullMarked
package org.onego.bundle.suggest;

import org.jspecify.annotations.NullMarked;
