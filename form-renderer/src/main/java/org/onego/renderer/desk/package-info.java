/// The desk (工作台): clerks of departments without a system of their own handle their cases here.
@NullMarked
package org.onego.renderer.desk;

import org.jspecify.annotations.NullMarked;
