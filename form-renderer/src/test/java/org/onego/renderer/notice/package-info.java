/// Letters as files.
@NullMarked
package org.onego.renderer.notice;

import org.jspecify.annotations.NullMarked;
