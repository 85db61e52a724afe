/// Tests of the document and of the codes under which platforms exchange it.
@NullMarked
package org.onego.casefile.application;

import org.jspecify.annotations.NullMarked;
