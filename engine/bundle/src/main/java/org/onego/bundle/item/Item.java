package org.onego.bundle.item;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.OnDispute;
import org.onego.bundle.element.Text;

/// A government service (事项) as its department wrote it; metadata after GB/T 39554.
///
/// @param code 基本编码 or 实施编码, or null where it is not known
/// @param type 事项类型, a code of GB/T 39046 table A.1
/// @param fee in yuan
/// @param onDispute how it goes on when an answer from a certificate is said to be wrong, or null:
///   as the certificate's type says
/// @param process the item's own BPMN, or null for the standard one
public record Item(
        String id,
        Text title,
        @Nullable String code,
        String type,
        Kind kind,
        Department department,
        Handling handling,
        Deadline deadline,
        BigDecimal fee,
        List<Material> materials,
        List<Result> results,
        Form form,
        @Nullable OnDispute onDispute,
        @Nullable String process) {

    public Item {
        materials = List.copyOf(materials);
        results = List.copyOf(results);
    }

    /// 办件类型: handled while the citizen waits (即办件), or within a promised time (承诺件).
    public enum Kind {
        IMMEDIATE,
        PROMISED
    }
}
