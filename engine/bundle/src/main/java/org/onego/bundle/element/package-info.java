/// The data dictionary: elements (数据元), code lists (代码表) and certificate types (电子证照). Items refer
/// to it; next is `item`.
@NullMarked
package org.onego.bundle.element;

import org.jspecify.annotations.NullMarked;
