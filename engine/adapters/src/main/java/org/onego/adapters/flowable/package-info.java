/// Runs the combined processes in Flowable, over H2 in a file or PostgreSQL. Start at
/// [org.onego.adapters.flowable.FlowableProcesses]; the application's document leads, and nothing
/// here knows about it.
@NullMarked
package org.onego.adapters.flowable;

import org.jspecify.annotations.NullMarked;
