/** The pure engine. */
@NullMarked
package org.onego.bundle;

import org.jspecify.annotations.NullMarked;
