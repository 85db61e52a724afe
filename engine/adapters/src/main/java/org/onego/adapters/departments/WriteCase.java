package org.onego.adapters.departments;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.onego.adapters.departments.CasePayload.ApplicantVO;
import org.onego.adapters.departments.CasePayload.Attachment;
import org.onego.adapters.departments.CasePayload.BundleRef;
import org.onego.adapters.departments.CasePayload.ItemRef;
import org.onego.adapters.departments.CasePayload.Limits;
import org.onego.adapters.departments.CasePayload.Material;
import org.onego.adapters.departments.CasePayload.Upstream;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.BundleVersion;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.NationalCodes;
import org.onego.casefile.deadline.ChinaDay;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.CaseView.CaseMaterial;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a department may see of a case → what is sent to its system.
public final class WriteCase {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ChinaDay.ZONE);

    private static final String NATURAL_PERSON = "1";
    private static final String IDENTITY_CARD = "31";
    private static final String ON_A_PHONE = "3";

    private final BundleCatalogue catalogue;
    private final URI publicUrl;

    /// @param publicUrl under which departments reach us
    public WriteCase(BundleCatalogue catalogue, URI publicUrl) {
        this.catalogue = catalogue;
        this.publicUrl = publicUrl;
    }

    public CasePayload write(CaseView view) {
        CaseRecord record = view.record();
        Item item = view.item();
        String base = publicUrl + "/api/department/cases/" + record.id();
        return new CasePayload(
                record.id(),
                record.state(),
                NationalCodes.status(record),
                record.ledger().paused() != null,
                item.code(),
                item.title().zh(),
                record.number(),
                view.number(),
                view.bundleTitle().zh() + "·" + item.title().zh(),
                switch (item.kind()) {
                    case IMMEDIATE -> "1";
                    case PROMISED -> "2";
                },
                item.type(),
                ON_A_PHONE,
                region(view.bundle()),
                item.department().code(),
                item.department().name(),
                TIME.format(view.submittedAt()),
                new ApplicantVO(
                        NATURAL_PERSON,
                        view.applicant().name(),
                        IDENTITY_CARD,
                        view.applicant().idNo(),
                        view.applicant().name(),
                        view.applicant().mobile(),
                        "0"),
                fields(view).toString(),
                view.materials().stream().map(material -> material(material, base)).toList(),
                new ItemRef(item.id(), item.title().zh(), item.code()),
                new BundleRef(view.bundle().id(), view.bundle().version(), view.bundleTitle().zh()),
                view.submittedAt(),
                view.document(),
                WriteOrigins.write(view.origins()),
                view.upstream().stream()
                        .map(each ->
                                new Upstream(
                                        each.item(),
                                        each.itemTitle().zh(),
                                        each.question().id().toString(),
                                        each.value()))
                        .toList(),
                new Limits(item.deadline().promised(), item.deadline().legal()),
                base + "/events");
    }

    private String region(BundleVersion version) {
        return catalogue
                .find(version)
                .map(bundle -> bundle.compiled().info().region())
                .orElseThrow(() ->
                        new IllegalStateException(version + " is not in the catalogue any more"));
    }

    /// The item's own fields, as a real dispatch lists them; rows of a repeated group are in the
    /// document.
    private static ObjectNode fields(CaseView view) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        for (Field field : view.item().form().fields()) {
            JsonNode value = view.document().at(field.pointer());
            if (field.group() == null && !value.isMissingNode()) {
                fields.addObject()
                        .put("name", field.pointer().toString().substring(1).replace('/', '_'))
                        .put("name_cn", field.title().zh())
                        .set("value", value);
            }
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set(view.bundleTitle().zh(), fields);
        return all;
    }

    private static Material material(CaseMaterial material, String base) {
        String mode =
                material.certificate() != null
                        ? "电子证照"
                        : material.files().isEmpty() ? "无需提交" : "附件上传";
        List<Attachment> files =
                material.files().stream()
                        .map(file ->
                                new Attachment(
                                        file.name(),
                                        file.mediaType(),
                                        file.size(),
                                        base + "/files/" + file.id()))
                        .toList();
        return new Material(
                material.title().zh(),
                material.code(),
                mode,
                files.size(),
                material.certificate(),
                files);
    }
}
