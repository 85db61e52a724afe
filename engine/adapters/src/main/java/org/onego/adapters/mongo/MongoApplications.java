package org.onego.adapters.mongo;

import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.skip;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.Authorisation;
import org.onego.casefile.application.CaseQuery;
import org.onego.casefile.application.CaseQuery.Claim;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Cosign;
import org.onego.casefile.application.Delivery;
import org.onego.casefile.application.Dispute;
import org.onego.casefile.application.LoggedCommand;
import org.onego.casefile.application.Message;

/// Applications in the collection `applications`: the document under `body`, and beside it what is
/// searched for.
///
/// `draft` is there in drafts only and unique, so that a person has one open draft for a bundle: a
/// sparse index instead of a partial one, which the embedded server would take for a full one.
final class MongoApplications implements ApplicationStore {

    /// Sorted after every day.
    private static final String NEVER_DUE = "9999-12-31";

    private final MongoCollection<BsonDocument> collection;

    MongoApplications(MongoDatabase database) {
        collection = database.getCollection("applications", BsonDocument.class);
        IndexOptions onceIfThere = new IndexOptions().unique(true).sparse(true);
        collection.createIndex(Indexes.ascending("draft"), onceIfThere);
        collection.createIndex(Indexes.ascending("number"), onceIfThere);
        collection.createIndex(Indexes.ascending("owner", "changedAt"));
        collection.createIndex(Indexes.ascending("authorisations"));
        collection.createIndex(Indexes.ascending("deciders"));
        collection.createIndex(Indexes.ascending("disputed"));
        collection.createIndex(Indexes.ascending("cases.department", "cases.state"));
        collection.createIndex(Indexes.ascending("opinions.department"));
        collection.createIndex(Indexes.ascending("behindSince"), new IndexOptions().sparse(true));
        collection.createIndex(Indexes.ascending("dueAt"), new IndexOptions().sparse(true));
    }

    @Override
    public Optional<Application> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first())
                .map(MongoApplications::read);
    }

    @Override
    public boolean insertDraft(Application draft) {
        try {
            collection.insertOne(write(draft));
            return true;
        } catch (DuplicateKeyException duplicate) {
            return false;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public boolean replace(Application next) {
        Bson before = and(eq("_id", next.id()), eq("version", next.version() - 1));
        return collection.replaceOne(before, write(next)).getMatchedCount() == 1;
    }

    @Override
    public Optional<Application> openDraft(String idNo, String bundleId) {
        return Optional.ofNullable(collection.find(eq("draft", draftKey(idNo, bundleId))).first())
                .map(MongoApplications::read);
    }

    @Override
    public List<Application> ofOwner(String idNo) {
        return collection
                .find(eq("owner", idNo))
                .sort(Sorts.descending("changedAt"))
                .map(MongoApplications::read)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Application> ofAuthorisation(String authorisationId) {
        return Optional.ofNullable(collection.find(eq("authorisations", authorisationId)).first())
                .map(MongoApplications::read);
    }

    @Override
    public List<Application> ofDecider(String idNo) {
        return collection
                .find(eq("deciders", idNo.toUpperCase(Locale.ROOT)))
                .sort(Sorts.descending("changedAt"))
                .map(MongoApplications::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Application> disputing(Collection<String> certificateTypes, int limit) {
        return collection
                .find(in("disputed", certificateTypes))
                .sort(Sorts.ascending("changedAt"))
                .limit(limit)
                .map(MongoApplications::read)
                .into(new ArrayList<>());
    }

    /// The server finds, sorts and cuts; only the page is read.
    @Override
    public CasePage cases(CaseQuery query) {
        List<Bson> matching =
                List.of(
                        match(withCaseIn(query.department(), query.handler(), query.states())),
                        unwind("$cases"),
                        match(matching(query)));
        List<Bson> page = new ArrayList<>(matching);
        Bson order =
                query.descending()
                        ? Sorts.descending(field(query.sort()))
                        : Sorts.ascending(field(query.sort()));
        page.add(sort(Sorts.orderBy(order, Sorts.ascending("cases.id"))));
        page.add(skip(query.skip()));
        page.add(limit(query.limit()));
        List<Located> found = new ArrayList<>();
        collection.aggregate(page).forEach(document -> found.add(located(document)));
        List<Bson> counted = new ArrayList<>(matching);
        counted.add(Aggregates.count("total"));
        BsonDocument total = collection.aggregate(counted).first();
        return new CasePage(found, total == null ? 0 : total.getNumber("total").longValue());
    }

    private static Located located(BsonDocument document) {
        Application application = read(document);
        return new Located(
                application,
                application.caseOf(text(document.getDocument("cases"), "id")).orElseThrow());
    }

    private static Bson matching(CaseQuery query) {
        List<Bson> all = new ArrayList<>();
        all.add(eq("cases.department", query.department()));
        all.add(eq("cases.handler", query.handler().name()));
        all.add(in("cases.state", query.states().stream().map(CaseState::name).toList()));
        switch (query.claim()) {
            case Claim.Any() -> {}
            case Claim.Nobody() -> all.add(eq("cases.claimedBy", ""));
            case Claim.Of(String id) -> all.add(eq("cases.claimedBy", id));
        }
        if (query.items() != null) {
            all.add(in("cases.item", query.items()));
        }
        if (query.text() != null) {
            // What was typed is text, never an expression.
            String typed = Pattern.quote(query.text());
            all.add(or(regex("cases.number", "^" + typed), regex("applicant", typed)));
        }
        if (query.dueBefore() != null) {
            all.add(lt("cases.due", query.dueBefore().toString()));
        }
        return and(all);
    }

    private static String field(CaseQuery.Sort sort) {
        return switch (sort) {
            case RECEIVED -> "cases.handedOverAt";
            case DUE -> "cases.due";
            case NUMBER -> "cases.number";
            case ITEM -> "cases.item";
            case STATE -> "cases.state";
        };
    }

    @Override
    public List<Located> opinionsAsked(String department, String clerk, int limit) {
        return collection
                .find(
                        elemMatch(
                                "opinions",
                                and(eq("department", department), in("clerk", clerk, ""))))
                .sort(Sorts.ascending("changedAt"))
                .limit(limit)
                .map(MongoApplications::read)
                .into(new ArrayList<>())
                .stream()
                .flatMap(application ->
                        application.cases().stream()
                                .filter(each -> asksFor(each, department, clerk))
                                .map(each -> new Located(application, each)))
                .toList();
    }

    private static boolean asksFor(CaseRecord each, String department, String clerk) {
        return each.cosigns().stream()
                .anyMatch(cosign ->
                        cosign.isOpen()
                                && cosign.department().equals(department)
                                && (cosign.clerk() == null || cosign.clerk().equals(clerk)));
    }

    @Override
    public Map<CaseState, Long> count(
            String department, Handler handler, Collection<CaseState> states) {
        Map<CaseState, Long> counts = new EnumMap<>(CaseState.class);
        collection
                .find(withCaseIn(department, handler, states))
                .projection(Projections.include("cases"))
                .forEach(document ->
                        document.getArray("cases").stream()
                                .map(each -> each.asDocument())
                                .filter(each -> text(each, "department").equals(department))
                                .filter(each -> text(each, "handler").equals(handler.name()))
                                .map(each -> CaseState.valueOf(text(each, "state")))
                                .filter(states::contains)
                                .forEach(state -> counts.merge(state, 1L, Long::sum)));
        return counts;
    }

    @Override
    public List<String> withCases(Collection<CaseState> states, String after, int limit) {
        return collection
                .find(
                        and(
                                gt("_id", after),
                                in("cases.state", states.stream().map(CaseState::name).toList())))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(document -> text(document, "_id"))
                .into(new ArrayList<>());
    }

    @Override
    public List<String> unfinished(Instant stale, Instant now, int limit) {
        return collection
                .find(
                        or(
                                lt("behindSince", new BsonDateTime(stale.toEpochMilli())),
                                lte("dueAt", new BsonDateTime(now.toEpochMilli()))))
                .projection(Projections.include("_id"))
                .limit(limit)
                .map(document -> text(document, "_id"))
                .into(new ArrayList<>());
    }

    private static Bson withCaseIn(
            String department, Handler handler, Collection<CaseState> states) {
        return elemMatch(
                "cases",
                and(
                        eq("department", department),
                        eq("handler", handler.name()),
                        in("state", states.stream().map(CaseState::name).toList())));
    }

    private static BsonDocument write(Application application) {
        BsonDocument document =
                new BsonDocument("_id", new BsonString(application.id()))
                        .append("version", new BsonInt64(application.version()))
                        .append("owner", new BsonString(application.owner().idNo()))
                        .append("status", new BsonString(application.status().name()))
                        .append(
                                "changedAt",
                                new BsonDateTime(application.changedAt().toEpochMilli()))
                        .append("cases", cases(application));
        if (application.submission() == null) {
            String key = draftKey(application.owner().idNo(), application.bundle().id());
            document.append("draft", new BsonString(key));
        } else {
            document.append("number", new BsonString(application.submission().number()));
        }
        application.log().stream()
                .filter(logged -> !logged.applied())
                .map(LoggedCommand::at)
                .min(Comparator.naturalOrder())
                .ifPresent(
                        at -> document.append("behindSince", new BsonDateTime(at.toEpochMilli())));
        Stream.of(
                        application.cases().stream()
                                .filter(CaseRecord::isToBeDelivered)
                                .map(CaseRecord::delivery)
                                .map(Delivery::nextAt),
                        application.messages().stream()
                                .filter(Message::isPending)
                                .map(Message::nextAt),
                        application.cases().stream()
                                .flatMap(each ->
                                        each.unprinted().stream()
                                                .map(place -> each.events().get(place).at())))
                .flatMap(Function.identity())
                .min(Comparator.naturalOrder())
                .ifPresent(at -> document.append("dueAt", new BsonDateTime(at.toEpochMilli())));
        evidence(application, document);
        return document.append("applicant", new BsonString(application.owner().name()))
                .append("opinions", opinions(application))
                .append("body", Documents.write(application));
    }

    /// What others look for: who was asked, and what an issuer has to look at.
    private static void evidence(Application application, BsonDocument document) {
        BsonArray ids = new BsonArray();
        BsonArray deciders = new BsonArray();
        for (Authorisation each : application.evidence().authorisations()) {
            ids.add(new BsonString(each.id()));
            deciders.add(new BsonString(each.deciderIdNo().toUpperCase(Locale.ROOT)));
        }
        if (!ids.isEmpty()) {
            document.append("authorisations", ids).append("deciders", deciders);
        }
        BsonArray disputed = new BsonArray();
        application.evidence().disputes().values().stream()
                .filter(Dispute::isOpen)
                .map(dispute -> dispute.printed().provenance().certificateType())
                .distinct()
                .forEach(type -> disputed.add(new BsonString(type)));
        if (!disputed.isEmpty() && !application.isDraft()) {
            document.append("disputed", disputed);
        }
    }

    private static BsonArray cases(Application application) {
        BsonArray cases = new BsonArray();
        for (CaseRecord each : application.cases()) {
            Actor.Clerk claimed = each.claimedBy();
            Instant handedOver = each.handedOverAt();
            LocalDate due = each.due();
            cases.add(
                    new BsonDocument("id", new BsonString(each.id()))
                            .append("department", new BsonString(each.department()))
                            .append("handler", new BsonString(each.handler().name()))
                            .append("state", new BsonString(each.state().name()))
                            .append("item", new BsonString(each.item()))
                            .append("number", new BsonString(each.number()))
                            .append(
                                    "claimedBy",
                                    new BsonString(claimed == null ? "" : claimed.id()))
                            .append(
                                    "handedOverAt",
                                    new BsonDateTime(
                                            handedOver == null
                                                    ? Long.MAX_VALUE
                                                    : handedOver.toEpochMilli()))
                            .append(
                                    "due",
                                    new BsonString(due == null ? NEVER_DUE : due.toString())));
        }
        return cases;
    }

    /// Whose opinion is asked and not given yet.
    private static BsonArray opinions(Application application) {
        BsonArray opinions = new BsonArray();
        application.cases().stream()
                .flatMap(each -> each.cosigns().stream())
                .filter(Cosign::isOpen)
                .forEach(cosign ->
                        opinions.add(
                                new BsonDocument("department", new BsonString(cosign.department()))
                                        .append(
                                                "clerk",
                                                new BsonString(
                                                        cosign.clerk() == null
                                                                ? ""
                                                                : cosign.clerk()))));
        return opinions;
    }

    private static Application read(BsonDocument document) {
        return Documents.read(document.getDocument("body"), Application.class);
    }

    private static String draftKey(String idNo, String bundleId) {
        return bundleId + "|" + idNo;
    }

    private static String text(BsonDocument document, String key) {
        return document.getString(key).getValue();
    }
}
