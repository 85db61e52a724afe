/// How the sources of certificates are doing, for who operates the product.
@NullMarked
package org.onego.server.certificates;

import org.jspecify.annotations.NullMarked;
