package org.onego.server.department;

import org.onego.server.start.DepartmentConnections.Connected;

/// Who made a call, as its signature proves.
///
/// @param digest of the body
record Caller(Connected connection, String idempotencyKey, String digest) {

    /// Where the door leaves it on a request.
    static final String ATTRIBUTE = "caller";

    String department() {
        return connection.department();
    }
}
