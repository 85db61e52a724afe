/// A draft becomes an application with a number and cases, exactly once. Next is `progress`.
@NullMarked
package org.onego.casefile.submit;

import org.jspecify.annotations.NullMarked;
