package org.onego.casefile.submit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.CertificateRead.State;
import org.onego.casefile.application.NoCertificate;

/// Which required materials are neither handed in nor replaced.
public final class MissingMaterials {

    private MissingMaterials() {}

    public static List<MergedMaterial> of(
            PublishedBundle bundle, MergedForm form, Application application) {
        return bundle.materials(form, application.answers()).stream()
                .filter(MergedMaterial::required)
                .filter(material -> !isThere(material, application))
                .toList();
    }

    private static boolean isThere(MergedMaterial material, Application application) {
        return switch (material.supply()) {
            case Supply.Upload _ -> isHandedIn(material, application);
            case Supply.Certificate(String type) ->
                    isRead(type, material, application) || isHandedIn(material, application);
            case Supply.Produced _, Supply.Generated _ -> true;
        };
    }

    /// Whether this certificate of the material's subject was read, so that nothing is handed in.
    public static boolean isRead(String type, MergedMaterial material, Application application) {
        return application.reads().stream()
                .anyMatch(read ->
                        read.state() == State.FOUND
                                && read.type().equals(type)
                                && read.holder().equals(material.subject()));
    }

    /// Why the upload is asked for although this certificate could replace it; empty when it was
    /// read, and when nobody was asked for it.
    public static Optional<NoCertificate> reason(
            String type, MergedMaterial material, Application application) {
        return application.reads().stream()
                .filter(read -> read.type().equals(type))
                .filter(read -> read.holder().equals(material.subject()))
                .map(CertificateRead::reason)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static boolean isHandedIn(MergedMaterial material, Application application) {
        return application.materials().stream()
                .anyMatch(file ->
                        file.material().equals(material.code())
                                && Objects.equals(file.subject(), material.subject()));
    }
}
