package org.onego.renderer.citizen;

import java.util.List;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.HandedIn;
import org.onego.casefile.submit.MissingMaterials;
import org.springframework.stereotype.Component;

/// Which materials the citizen still has to hand in, and which come in by themselves.
@Component
class MaterialList {

    /// The materials that the answers so far call for.
    List<MergedMaterial> all(Draft draft) {
        return draft.bundle().materials(draft.form(), draft.application().answers());
    }

    /// Whether the citizen is asked for an upload: nothing else supplies it, or the certificate
    /// that would couldn't be read.
    boolean isWanted(MergedMaterial material, Application application) {
        return switch (material.supply()) {
            case Supply.Upload() -> true;
            case Supply.Certificate(var type) ->
                    !MissingMaterials.isRead(type, material, application);
            case Supply.Produced(_), Supply.Generated() -> false;
        };
    }

    List<HandedIn> files(MergedMaterial material, Application application) {
        return application.materials().stream()
                .filter(file ->
                        file.material().equals(material.code())
                                && java.util.Objects.equals(file.subject(), material.subject()))
                .toList();
    }

    /// Required materials that are not there.
    List<MergedMaterial> missing(Draft draft) {
        return MissingMaterials.of(draft.bundle(), draft.form(), draft.application());
    }

    /// Names a material in a form: its code and whose it is.
    static String key(MergedMaterial material) {
        return material.subject() == null
                ? material.code()
                : material.code() + "~" + material.subject();
    }
}
