/// Cases as national uploads have them (up_pro_*), for whoever must report them.
@NullMarked
package org.onego.server.report;

import org.jspecify.annotations.NullMarked;
