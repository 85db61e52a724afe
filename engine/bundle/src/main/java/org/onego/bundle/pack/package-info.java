/// Reads a package from disk, finds every mistake in it, and compiles it once into an immutable
/// [org.onego.bundle.pack.CompiledBundle]. Nothing after this room checks again. Next is `guide`.
@NullMarked
package org.onego.bundle.pack;

import org.jspecify.annotations.NullMarked;
