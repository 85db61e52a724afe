package org.onego.examples.certificates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.onego.examples.data.Issued;
import tools.jackson.databind.node.ObjectNode;

/// A certificate's file: one PDF page that says 样例 across it, and for what it was fetched (加注件).
/// Real ones are OFD with a seal.
final class CertificateFile {

    private CertificateFile() {}

    /// The row of the certificate with `fileFormat`, `fileName`, `contentType` (always `base64`)
    /// and `content`.
    static ObjectNode row(Issued issued, String useFor, LocalDate today) {
        return Rows.found(issued, today)
                .put("fileFormat", "pdf")
                .put("fileName", issued.type().id() + ".pdf")
                .put("contentType", "base64")
                .put("content", Base64.getEncoder().encodeToString(pdf(issued, useFor, today)));
    }

    static byte[] pdf(Issued issued, String useFor, LocalDate today) {
        List<String> lines = new ArrayList<>();
        lines.add("证照标识：" + issued.identifier());
        lines.add("证照编号：" + issued.number());
        lines.add("持证主体：" + issued.holderName() + "  " + issued.holder());
        lines.add("颁发机构：" + issued.type().issuerName());
        issued.type()
                .attributes()
                .forEach((name, title) -> {
                    String value = issued.attributes().path(name).asString("");
                    if (!value.isEmpty()) {
                        lines.add(title + "：" + value);
                    }
                });
        lines.add("");
        lines.add("仅供“" + useFor + "”使用，" + today + " 调取");
        return SamplePdf.of(issued.type().title(), lines);
    }
}
