/// A draft: begun, guided, filled page by page, with materials. Next is `consent`.
@NullMarked
package org.onego.casefile.answers;

import org.jspecify.annotations.NullMarked;
