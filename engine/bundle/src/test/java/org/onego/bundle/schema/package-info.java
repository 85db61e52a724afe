/// JSON Schema as this product uses it: formats, references, conditions, patterns.
@NullMarked
package org.onego.bundle.schema;

import org.jspecify.annotations.NullMarked;
