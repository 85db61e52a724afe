/// Server-rendered pages for citizens and clerks: `frame` is around every page, `field` is one
/// question, `citizen` and `desk` are the two ways through. What a page shows is a typed view
/// record, mapped from the casefile; templates only place it.
@NullMarked
package org.onego.renderer;

import org.jspecify.annotations.NullMarked;
