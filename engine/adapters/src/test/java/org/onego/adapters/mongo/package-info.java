/// What the stores promise, on the embedded server and on a real MongoDB.
@NullMarked
package org.onego.adapters.mongo;

import org.jspecify.annotations.NullMarked;
