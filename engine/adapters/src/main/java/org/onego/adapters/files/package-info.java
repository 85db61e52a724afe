/// Attached files in MongoDB's GridFS.
@NullMarked
package org.onego.adapters.files;

import org.jspecify.annotations.NullMarked;
