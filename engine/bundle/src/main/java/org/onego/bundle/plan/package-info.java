/// Items and their needs become one BPMN process with its diagram. Last of the rooms; `casefile`
/// runs it.
@NullMarked
package org.onego.bundle.plan;

import org.jspecify.annotations.NullMarked;
