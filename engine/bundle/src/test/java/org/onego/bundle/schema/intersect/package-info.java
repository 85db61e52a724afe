/// Tests of the intersection of schemas: against the official suite, against each other, on
/// generated schemas.
@NullMarked
package org.onego.bundle.schema.intersect;

import org.jspecify.annotations.NullMarked;
