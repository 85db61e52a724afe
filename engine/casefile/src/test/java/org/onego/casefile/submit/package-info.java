/// Numbers, as people read and mistype them.
@NullMarked
package org.onego.casefile.submit;

import org.jspecify.annotations.NullMarked;
