/// The document of one application, its cases and its log of commands, and the ports that keep it.
/// It leads; everything else follows. Next is `deadline`.
@NullMarked
package org.onego.casefile.application;

import org.jspecify.annotations.NullMarked;
