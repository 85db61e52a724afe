@NullMarked
package org.onego.bundle.schema.language;

import org.jspecify.annotations.NullMarked;
