package org.onego.casefile.answers;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.casefile.answers.KeepFile.Kept;
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

    /// Of one picture: the largest cameras of telephones make 200 million.
    public static final long PIXELS = 250_000_000;

    /// For one material.
    public static final int FILES = 10;

    private final ApplicationStore store;
    private final Drafts drafts;
    private final BundleCatalogue catalogue;
    private final FileStore files;
    private final KeepFile keep;
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
        this.keep = new KeepFile(files, clock);
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
        return switch (keep.keep(fileName, bytes)) {
            case Kept.Stored(StoredFile file) ->
                    refer(person, applicationId, new HandedIn(material, subject, file));
            case Kept.Refused(AttachOutcome why) -> Optional.of(why);
        };
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
}
