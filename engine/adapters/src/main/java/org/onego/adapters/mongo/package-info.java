/// Keeps applications, audit records, serial numbers and package versions in MongoDB, real or
/// embedded. Start at [org.onego.adapters.mongo.MongoStores]; where no server is configured,
/// [org.onego.adapters.mongo.EmbeddedMongo] runs one in this process.
@NullMarked
package org.onego.adapters.mongo;

import org.jspecify.annotations.NullMarked;
