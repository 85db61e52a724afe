package org.onego.renderer.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.Subject;
import org.onego.casefile.application.Consent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Certificates, people and items in the words of whoever is asked about them.
@Component
class CertificateWords {

    private final MessageSource messages;

    CertificateWords(MessageSource messages) {
        this.messages = messages;
    }

    /// @param holder whose it is, as the reader says it
    /// @param items for which items
    record SourceLine(String title, String holder, String items) {}

    /// @param yours the subject that the reader is
    List<SourceLine> lines(
            CompiledBundle bundle, List<Consent.Read> reads, String yours, Locale locale) {
        List<SourceLine> lines = new ArrayList<>();
        for (Consent.Read read : reads) {
            lines.add(
                    new SourceLine(
                            certificate(bundle, read.type(), locale),
                            read.holder().equals(yours)
                                    ? messages.getMessage("consent.yours", null, locale)
                                    : subject(bundle, read.holder(), locale),
                            items(bundle, read.items(), locale)));
        }
        return lines;
    }

    String certificate(CompiledBundle bundle, String type, Locale locale) {
        Map<String, CertificateType> types = bundle.dictionary().certificateTypes();
        CertificateType known = types.get(type);
        return known == null ? type : known.title().in(locale);
    }

    String subject(CompiledBundle bundle, String id, Locale locale) {
        Subject subject = bundle.subjects().get(id);
        return subject == null ? id : subject.title().in(locale);
    }

    String items(CompiledBundle bundle, List<String> items, Locale locale) {
        return items.stream()
                .map(item -> bundle.item(item).title().in(locale))
                .collect(Collectors.joining(separator(locale)));
    }

    /// The first few, which say what it is about.
    String questions(MergedForm form, List<QuestionId> questions, Locale locale) {
        return questions.stream()
                .map(form::question)
                .filter(Objects::nonNull)
                .map(question -> question.title().in(locale))
                .distinct()
                .limit(4)
                .collect(Collectors.joining(separator(locale)));
    }

    private String separator(Locale locale) {
        return messages.getMessage("answer.separator", null, locale);
    }
}
