/// What staff's tools and other renderers read over HTTP: the published packages, their merged
/// forms as plain JSON Schema with a JSON Forms UI schema, and their processes. Read-only; nothing
/// personal passes here.
@NullMarked
package org.onego.designer;

import org.jspecify.annotations.NullMarked;
