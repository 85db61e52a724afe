/// The host app as seen from the server: exchanges one-time tokens for a person, sends messages.
@NullMarked
package org.onego.adapters.host;

import org.jspecify.annotations.NullMarked;
