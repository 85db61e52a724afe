@NullMarked
package org.onego.renderer.qr;

import org.jspecify.annotations.NullMarked;
