/// Who read what about whom, why and for which case. Next is `answers`.
@NullMarked
package org.onego.casefile.audit;

import org.jspecify.annotations.NullMarked;
