/// The client of the sharing service against its simulator, over HTTP.
@NullMarked
package org.onego.adapters.certificates;

import org.jspecify.annotations.NullMarked;
