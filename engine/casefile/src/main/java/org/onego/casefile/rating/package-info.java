/// The citizen rates a case (好差评), once. Last of the rooms.
@NullMarked
package org.onego.casefile.rating;

import org.jspecify.annotations.NullMarked;
