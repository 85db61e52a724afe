/// What stands around every page: title, language, care mode, provider and hotline. Next is
/// `field`.
@NullMarked
package org.onego.renderer.frame;

import org.jspecify.annotations.NullMarked;
