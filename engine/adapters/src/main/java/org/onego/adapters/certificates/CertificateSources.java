package org.onego.adapters.certificates;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.prefill.Certificate;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource;

/// The configured sources: each type is asked for where it is to be had.
public final class CertificateSources implements CertificateSource {

    private final List<GuardedSource> sources;
    private final RecentReadings recent;
    private final Duration whole;

    /// @param keep how long an application's readings are kept in memory, at most
    /// @param whole for all look-ups of one application together
    /// @param counter the next number of a series, over all servers; for daily caps
    /// @param meters where the figures go
    public CertificateSources(
            List<SourceSettings> sources,
            Duration keep,
            Duration whole,
            ToLongFunction<String> counter,
            MeterRegistry meters,
            InstantSource clock) {
        this.sources =
                sources.stream()
                        .map(each ->
                                new GuardedSource(
                                        each, connector(each, clock), counter, meters, clock))
                        .toList();
        this.recent = new RecentReadings(keep);
        this.whole = whole;
    }

    private static Connector connector(SourceSettings settings, InstantSource clock) {
        String key = settings.access().verifyKey();
        PostJson http =
                new PostJson(settings.access().service(), key == null ? null : Sm2.with(key));
        return switch (settings.style()) {
            case NATIONAL -> new NationalConnector(settings, http, clock);
            case PROVINCIAL -> new ProvincialConnector(settings, http, clock);
        };
    }

    @Override
    public Reading read(
            CertificateType type, String holderIdNo, AuditRecord why, Duration patience) {
        Optional<Reading> known = recent.find(why.applicationId(), type, holderIdNo);
        if (known.isPresent()) {
            return known.get();
        }
        GuardedSource source = of(type);
        if (source == null) {
            return new Reading.Failed(NoCertificate.NOT_CONFIGURED, nobody(type));
        }
        Reading reading = source.read(type, holderIdNo, why, patience);
        recent.keep(why.applicationId(), type, holderIdNo, reading);
        return reading;
    }

    @Override
    public FileReading file(
            CertificateType type, Certificate certificate, AuditRecord why, Duration patience) {
        GuardedSource source = of(type);
        if (source == null) {
            return new FileReading.Missing(NoCertificate.NOT_CONFIGURED, nobody(type));
        }
        return MarkPurpose.on(source.file(type, certificate, why, patience), why);
    }

    @Override
    public Duration whole() {
        return whole;
    }

    /// How each source is doing.
    public List<SourceStatus> status() {
        return sources.stream().map(GuardedSource::status).toList();
    }

    /// The one that names the type, else the first that has whatever nobody else has.
    private @Nullable GuardedSource of(CertificateType type) {
        for (GuardedSource source : sources) {
            if (source.settings().types().contains(type.id())) {
                return source;
            }
        }
        for (GuardedSource source : sources) {
            if (source.settings().types().isEmpty()) {
                return source;
            }
        }
        return null;
    }

    private static String nobody(CertificateType type) {
        return "no source is configured for it; name "
                + type.id()
                + " under types of one of onego.certificates.sources";
    }
}
