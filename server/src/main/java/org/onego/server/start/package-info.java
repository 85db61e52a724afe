/// Settings become the engine with its adapters; packages are read, published and reported.
@NullMarked
package org.onego.server.start;

import org.jspecify.annotations.NullMarked;
