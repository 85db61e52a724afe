/// The intersection of JSON Schemas: what all of them accept, as one schema, and whether anything
/// is left. Start at [org.onego.bundle.schema.intersect.SchemaIntersection]; the way inside is
/// `ReadSchemas` (inputs → one self-contained 2020-12 form) → `Combine` (keyword group by keyword
/// group) → `FindWitness` and `Blame` (the verdict). Next is `merge`.
@NullMarked
package org.onego.bundle.schema.intersect;

import org.jspecify.annotations.NullMarked;
