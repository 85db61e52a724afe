package org.onego.casefile.answers;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.Change;
import org.onego.casefile.application.HandedIn;
import org.onego.casefile.application.Ownership;
import org.onego.casefile.application.Person;
import org.onego.casefile.application.Selections;
import org.onego.casefile.application.StoredFile;

/// Takes files for materials, and gives them back to whom they belong.
public final class HandInMaterials {

    /// In bytes: a photograph of a page, not a film.
    public static final long LIMIT = 10 * 1024 * 1024;

    /// For one material.
    public static final int FILES = 10;

    private static final int NAME = 100;

    private final ApplicationStore store;
    private final Drafts drafts;
    private final BundleCatalogue catalogue;
    private final FileStore files;
    private final InstantSource clock;

    public HandInMaterials(
            ApplicationStore store,
            Drafts drafts,
            BundleCatalogue catalogue,
            FileStore files,
            InstantSource clock) {
        this.store = store;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.files = files;
        this.clock = clock;
    }

    public Optional<AttachOutcome> attach(
            Person person,
            String applicationId,
            String material,
            @Nullable String subject,
            String fileName,
            InputStream bytes) {
        Optional<Application> application =
                store.find(applicationId).filter(found -> Ownership.owns(person, found));
        if (application.isEmpty()) {
            return Optional.empty();
        }
        Optional<AttachOutcome> refused = refuse(application.get(), material, subject);
        if (refused.isPresent()) {
            return refused;
        }
        byte[] content = read(bytes);
        if (content.length == 0) {
            return Optional.of(new AttachOutcome.Empty());
        }
        if (content.length > LIMIT) {
            return Optional.of(new AttachOutcome.TooLarge(LIMIT));
        }
        Optional<KindOfFile> kind =
                KindOfFile.of(Arrays.copyOf(content, Math.min(content.length, KindOfFile.HEAD)));
        if (kind.isEmpty()) {
            return Optional.of(new AttachOutcome.UnknownKind());
        }
        StoredFile file =
                files.save(
                        cleaned(fileName),
                        kind.get().mediaType(),
                        new ByteArrayInputStream(content),
                        clock.instant());
        return refer(person, applicationId, new HandedIn(material, subject, file));
    }

    /// The file is there before anything refers to it; what nothing refers to is deleted again.
    private Optional<AttachOutcome> refer(Person person, String applicationId, HandedIn handedIn) {
        Optional<AttachOutcome> outcome =
                drafts.change(
                        person,
                        applicationId,
                        AttachOutcome.AlreadySubmitted::new,
                        draft -> refer(draft, handedIn));
        if (!(outcome.orElse(null) instanceof AttachOutcome.Attached)) {
            files.delete(handedIn.file().id());
        }
        return outcome;
    }

    private Change<AttachOutcome> refer(Application draft, HandedIn handedIn) {
        Optional<AttachOutcome> refused = refuse(draft, handedIn.material(), handedIn.subject());
        if (refused.isPresent()) {
            return new Change.None<>(refused.get());
        }
        List<HandedIn> materials = new ArrayList<>(draft.materials());
        materials.add(handedIn);
        Application next = draft.edit(clock.instant()).materials(materials).done();
        return new Change.To<>(next, new AttachOutcome.Attached(next, handedIn.file()));
    }

    private Optional<AttachOutcome> refuse(
            Application application, String material, @Nullable String subject) {
        if (application.submission() != null) {
            return Optional.of(
                    new AttachOutcome.AlreadySubmitted(application.submission().number()));
        }
        if (!isAskedFor(application, material, subject)) {
            return Optional.of(new AttachOutcome.NotAskedFor());
        }
        long there =
                application.materials().stream()
                        .filter(file -> file.material().equals(material))
                        .filter(file -> Objects.equals(file.subject(), subject))
                        .count();
        return there >= FILES ? Optional.of(new AttachOutcome.TooMany(FILES)) : Optional.empty();
    }

    /// Where a certificate could not be read, the upload is asked for in its place.
    private boolean isAskedFor(Application application, String material, @Nullable String subject) {
        PublishedBundle bundle = catalogue.of(application);
        return Selections.of(bundle, application).map(bundle::form).stream()
                .flatMap(form -> form.materials().stream())
                .filter(asked -> asked.code().equals(material))
                .filter(asked -> Objects.equals(asked.subject(), subject))
                .anyMatch(asked ->
                        switch (asked.supply()) {
                            case Supply.Upload _, Supply.Certificate _ -> true;
                            case Supply.Produced _, Supply.Generated _ -> false;
                        });
    }

    /// The bytes go when nothing refers to them any more, so that a lost connection leaves a file
    /// that nobody sees, never a reference to nothing.
    public Optional<DraftOutcome> remove(Person person, String applicationId, String fileId) {
        return drafts.edit(
                person,
                applicationId,
                draft -> {
                    List<HandedIn> rest =
                            draft.materials().stream()
                                    .filter(file -> !file.file().id().equals(fileId))
                                    .toList();
                    return rest.size() == draft.materials().size()
                            ? Optional.empty()
                            : Optional.of(draft.edit(clock.instant()).materials(rest));
                });
    }

    public Optional<FileContent> file(Person person, String applicationId, String fileId) {
        return store.find(applicationId)
                .filter(application -> Ownership.owns(person, application))
                .flatMap(application ->
                        application.materials().stream()
                                .map(HandedIn::file)
                                .filter(file -> file.id().equals(fileId))
                                .findFirst())
                .flatMap(file -> files.read(file.id()).map(bytes -> new FileContent(file, bytes)));
    }

    /// One byte more than is allowed, to see that it is more.
    private static byte[] read(InputStream bytes) {
        try (InputStream in = new BufferedInputStream(bytes)) {
            return in.readNBytes((int) LIMIT + 1);
        } catch (IOException failure) {
            throw new UncheckedIOException("the upload broke off", failure);
        }
    }

    /// Only the last part of a path, without what has a meaning in headers or on screens.
    private static String cleaned(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"';<>&]", "_").strip();
        String short100 = plain.length() > NAME ? plain.substring(plain.length() - NAME) : plain;
        return short100.isEmpty() ? "file" : short100;
    }
}
