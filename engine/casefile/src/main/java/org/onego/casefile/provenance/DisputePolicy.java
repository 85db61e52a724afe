package org.onego.casefile.provenance;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.OnDispute;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Dispute;

/// How an item goes on while a certificate is said to be wrong: as the item says, else as the
/// certificate's type says.
public final class DisputePolicy {

    private DisputePolicy() {}

    public static OnDispute of(Item item, @Nullable CertificateType type) {
        OnDispute own = item.onDispute();
        return own != null ? own : type == null ? OnDispute.FLAG : type.onDispute();
    }

    /// Whether the item waits for an issuer.
    public static boolean isHeld(
            CompiledBundle bundle, MergedForm form, Application application, String item) {
        return application.evidence().disputes().values().stream()
                .filter(Dispute::isOpen)
                .filter(dispute -> items(form, dispute).contains(item))
                .anyMatch(
                        dispute -> of(bundle.item(item), type(bundle, dispute)) == OnDispute.STOP);
    }

    /// The items that ask for the disputed answer.
    static Set<String> items(MergedForm form, Dispute dispute) {
        Question question = form.question(dispute.printed().question());
        return question == null
                ? Set.of()
                : question.origins().stream()
                        .map(origin -> origin.item())
                        .collect(Collectors.toUnmodifiableSet());
    }

    static @Nullable CertificateType type(CompiledBundle bundle, Dispute dispute) {
        return bundle.dictionary()
                .certificateTypes()
                .get(dispute.printed().provenance().certificateType());
    }
}
