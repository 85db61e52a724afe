/// What the process engine promises, on H2 in a file and on PostgreSQL.
@NullMarked
package org.onego.adapters.flowable;

import org.jspecify.annotations.NullMarked;
