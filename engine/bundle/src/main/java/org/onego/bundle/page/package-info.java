/// The merged form cut into phone pages. No HTML here. Start at
/// [org.onego.bundle.page.PagePlanner]; next is `project`.
@NullMarked
package org.onego.bundle.page;

import org.jspecify.annotations.NullMarked;
