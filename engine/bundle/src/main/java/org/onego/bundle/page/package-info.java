/// The merged form cut into phone pages. No HTML here; next is `project`.
@NullMarked
package org.onego.bundle.page;

import org.jspecify.annotations.NullMarked;
