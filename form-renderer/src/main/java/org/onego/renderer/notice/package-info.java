/// Letters to citizens (文书) as PDF: facts of a case become a view, a template, a file.
@NullMarked
package org.onego.renderer.notice;

import org.jspecify.annotations.NullMarked;
