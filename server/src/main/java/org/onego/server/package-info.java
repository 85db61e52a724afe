/// The one deployable: puts the engine, its adapters and the pages together. Nothing is decided
/// here; start with [org.onego.server.OneGoServer], then `start` for what is assembled from which
/// setting.
@NullMarked
package org.onego.server;

import org.jspecify.annotations.NullMarked;
