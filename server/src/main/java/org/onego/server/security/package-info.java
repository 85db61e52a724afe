/// Who may open what: citizens through the host, clerks and staff with an account, departments with
/// a signature.
@NullMarked
package org.onego.server.security;

import org.jspecify.annotations.NullMarked;
