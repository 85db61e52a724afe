/// QR codes: drawn for somebody else's phone, and read from pictures. Next is `citizen`.
@NullMarked
package org.onego.renderer.qr;

import org.jspecify.annotations.NullMarked;
