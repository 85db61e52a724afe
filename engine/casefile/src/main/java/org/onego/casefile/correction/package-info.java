/// A department asks for exactly these questions or materials again (补正): once, with reasons, while
/// the clock stands still; what comes back reaches every item that shares it. Next is `result`.
@NullMarked
package org.onego.casefile.correction;

import org.jspecify.annotations.NullMarked;
