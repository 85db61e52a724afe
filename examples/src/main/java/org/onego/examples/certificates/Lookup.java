package org.onego.examples.certificates;

import java.util.List;
import java.util.Optional;
import org.onego.examples.data.CertificateType;
import org.onego.examples.data.Issued;
import org.onego.examples.data.Packages;
import org.onego.examples.web.Json;
import tools.jackson.databind.node.ObjectNode;

/// Finds what a call asks for.
sealed interface Lookup {

    /// What there is of a type; `type` is `*` when the call named none.
    record Found(String type, List<Issued> issued) implements Lookup {
        public Found {
            issued = List.copyOf(issued);
        }
    }

    record Refused(Status status, String message) implements Lookup {}

    /// `CertificateHolderCode`, and `CertificateType` or not.
    static Lookup retrieval(ObjectNode asked, Packages packages) {
        String holder = Json.text(asked, "CertificateHolderCode");
        if (holder.isEmpty()) {
            return missing("CertificateHolderCode（持证主体代码）");
        }
        if (!Json.text(asked, "CertificateType").isEmpty()) {
            return byHolder(asked, packages);
        }
        return new Found(
                "*",
                packages.of(holder).stream().filter(issued -> !issued.type().register()).toList());
    }

    /// `CertificateType` (type code or Chinese name), `CertificateHolderCode`, and
    /// `CertificateNumber` or not.
    static Lookup byHolder(ObjectNode asked, Packages packages) {
        String wanted = Json.text(asked, "CertificateType");
        String holder = Json.text(asked, "CertificateHolderCode");
        String number = Json.text(asked, "CertificateNumber");
        if (wanted.isEmpty()) {
            return missing("CertificateType（证照类型代码或名称）");
        }
        if (holder.isEmpty()) {
            return missing("CertificateHolderCode（持证主体代码）");
        }
        Optional<CertificateType> type = packages.certificateType(wanted);
        if (type.isEmpty()) {
            return new Refused(
                    Status.UNKNOWN_TYPE, "证照类型代码有误：没有类型“" + wanted + "”，getCertificateType 列出全部类型");
        }
        return new Found(
                type.get().id(),
                packages.of(holder).stream()
                        .filter(issued -> issued.type().id().equals(type.get().id()))
                        .filter(issued -> number.isEmpty() || issued.number().equals(number))
                        .toList());
    }

    /// `CertificateID`.
    static Lookup byIdentifier(ObjectNode asked, Packages packages) {
        String identifier = Json.text(asked, "CertificateID");
        if (identifier.isEmpty()) {
            return missing("CertificateID（电子证照标识）");
        }
        return packages.identified(identifier)
                .filter(issued -> !issued.type().register())
                .<Lookup>map(issued -> new Found(issued.type().id(), List.of(issued)))
                .orElseGet(() -> new Found("*", List.of()));
    }

    /// `RegisterType` (our id of the register) and `HolderCode`: our own call, in the style of the
    /// others.
    static Lookup register(ObjectNode asked, Packages packages) {
        String wanted = Json.text(asked, "RegisterType");
        String holder = Json.text(asked, "HolderCode");
        if (wanted.isEmpty()) {
            return missing("RegisterType（登记数据类型）");
        }
        if (holder.isEmpty()) {
            return missing("HolderCode（主体代码）");
        }
        CertificateType type = packages.types().get(wanted);
        if (type == null || !type.register()) {
            return new Refused(Status.UNKNOWN_TYPE, "没有登记数据类型“" + wanted + "”");
        }
        return new Found(
                wanted,
                packages.of(holder).stream()
                        .filter(issued -> issued.type().id().equals(wanted))
                        .toList());
    }

    private static Refused missing(String name) {
        return new Refused(Status.MISSING, "必填参数为空：" + name);
    }
}
