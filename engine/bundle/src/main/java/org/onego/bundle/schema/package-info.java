/// JSON Schema as a language: compiled schemas, conditions over documents, formats of the field.
/// What is compiled here is used by every room that follows; next is `element`.
@NullMarked
package org.onego.bundle.schema;

import org.jspecify.annotations.NullMarked;
