package org.onego.examples.certificates;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.onego.examples.data.CertificateType;
import org.onego.examples.data.Issued;
import org.onego.examples.data.Packages;
import org.onego.examples.data.PackagesFolder;
import org.onego.examples.web.Answer;
import org.onego.examples.web.Json;
import org.onego.examples.web.Request;
import org.onego.examples.web.Routes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The certificate sharing calls in the style of a province: `{"head": {"accessId", "accessToken"},
/// "data": {…}}`, answered with `{"head": {"status", "message"}, "data": {…}}`, where what
/// certificates say stands in `certData`, encrypted with SM2.
final class ProvincialService {

    private static final String BASE = "/certificates/provincial/";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final PackagesFolder packages;
    private final String accessId;
    private final String accessToken;
    private final Faults faults;
    private final CallLog log;
    private final Cap cap;
    private final Clock clock;
    private final ConcurrentHashMap<String, Link> links = new ConcurrentHashMap<>();

    /// A temporary download link.
    private record Link(String identifier, String cause, java.time.Instant until) {}

    ProvincialService(
            PackagesFolder packages,
            String accessId,
            String accessToken,
            Faults faults,
            CallLog log,
            Cap cap,
            Clock clock) {
        this.packages = packages;
        this.accessId = accessId;
        this.accessToken = accessToken;
        this.faults = faults;
        this.log = log;
        this.cap = cap;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.post(BASE + "queryCert", request -> answer("queryCert", request, this::byHolder));
        routes.post(
                BASE + "queryCertInfoByHolderCode",
                request -> answer("queryCertInfoByHolderCode", request, this::byHolder));
        routes.post(
                BASE + "queryCertInfo",
                request -> answer("queryCertInfo", request, this::byIdentifier));
        routes.post(
                BASE + "downloadFile",
                request -> answer("downloadFile", request, this::byIdentifier));
        routes.post(
                BASE + "downloadUrl",
                request -> answer("downloadUrl", request, this::byIdentifier));
        routes.get(BASE + "download", this::download);
    }

    @FunctionalInterface
    private interface Finding {
        Lookup find(ObjectNode data, Packages packages);
    }

    private Answer answer(String name, Request request, Finding finding)
            throws InterruptedException {
        Call call = Call.provincial(name, request);
        ObjectNode whole = request.json().orElseGet(Json::object);
        Optional<Lookup.Refused> refused = refusal(whole, call);
        if (refused.isPresent()) {
            return refuse(call, "", refused.get());
        }
        Packages current = packages.current();
        return switch (finding.find(call.asked(), current)) {
            case Lookup.Refused no -> refuse(call, "", no);
            case Lookup.Found found -> {
                Faults.Verdict verdict = faults.next(found.type());
                Thread.sleep(verdict.delay());
                Fault.Mode mode = verdict.mode();
                Status refusal = cap.take() ? Broken.refusal(mode) : Status.DENIED;
                if (refusal != null) {
                    yield refuse(
                            call, found.type(), new Lookup.Refused(refusal, "无访问该证权限，或今日调用次数已达上限"));
                }
                Status status = found.issued().isEmpty() ? Status.NOT_FOUND : Status.OK;
                ObjectNode answer = Json.object();
                answer.putObject("head")
                        .put("status", Integer.parseInt(status.code))
                        .put("message", status == Status.OK ? "数据获取成功" : "未找到匹配的证照信息");
                if (status == Status.OK) {
                    answer.set("data", data(name, call, found, mode, current));
                }
                String fault = mode == Fault.Mode.OK ? "" : " " + mode;
                log.add(call.entry(clock, found.type(), status.code + fault));
                yield Broken.answer(mode, Answer.json(answer));
            }
        };
    }

    private ObjectNode data(
            String name, Call call, Lookup.Found found, Fault.Mode mode, Packages packages) {
        Issued first = Broken.issued(mode, found.issued().getFirst(), packages);
        return switch (name) {
            case "downloadFile" -> file(first, call.asked());
            case "downloadUrl" -> link(first, call.asked());
            case "queryCert" -> {
                ArrayNode list = Json.array();
                found.issued().forEach(issued -> list.add(Rows.found(issued, today())));
                ObjectNode listed = Json.object();
                listed.set("certList", list);
                yield listed;
            }
            default -> {
                ArrayNode faces = Json.array();
                for (Issued issued : found.issued()) {
                    Issued told = Broken.issued(mode, issued, packages);
                    ObjectNode row = told.attributes().deepCopy();
                    Broken.says(mode, row);
                    row.setAll(face(told));
                    faces.add(Broken.row(mode, row, today()));
                }
                yield Json.object()
                        .put(
                                "certData",
                                DemoKeys.encrypted(
                                        Json.MAPPER.writeValueAsBytes(
                                                faces.size() == 1 ? faces.get(0) : faces)));
            }
        };
    }

    /// Who and until when; what the certificate says stands beside it.
    private ObjectNode face(Issued issued) {
        return Json.object()
                .put("cert_identifier", issued.identifier())
                .put("certno", issued.number())
                .put("holder_code", issued.holder())
                .put("holder_name", issued.holderName())
                .put("issue_date", issued.issued().replace("-", ""))
                .put("expire_date", issued.expires().replace("-", ""))
                .put("cert_status", isOver(issued) ? "已过期" : "正常");
    }

    private boolean isOver(Issued issued) {
        return !issued.expires().isEmpty() && LocalDate.parse(issued.expires()).isBefore(today());
    }

    private ObjectNode file(Issued issued, ObjectNode asked) {
        String format = Json.text(asked, "fileType").equals("png") ? "png" : "ofd";
        return Json.object()
                .put("contentType", "base64")
                .put("fileType", format)
                .put("certIdentifier", issued.identifier())
                .put(
                        "content",
                        CertificateFile.content(
                                issued, format, Json.text(asked, "certificateCopyCause"), today()));
    }

    private ObjectNode link(Issued issued, ObjectNode asked) {
        String id = UUID.randomUUID().toString();
        links.put(
                id,
                new Link(
                        issued.identifier(),
                        Json.text(asked, "useCause"),
                        clock.instant()
                                .plusSeconds(
                                        Math.clamp(
                                                asked.path("expiryTime").asLong(300), 1, 3600))));
        return Json.object()
                .put("contentType", "http")
                .put("content", BASE + "download?id=" + id)
                .put("certIdentifier", issued.identifier());
    }

    private Answer download(Request request) {
        Link link = links.get(request.query("id"));
        if (link == null || link.until().isBefore(clock.instant())) {
            return Answer.problem(404, "link", "There is no such link, or its time is over.");
        }
        return packages.current()
                .identified(link.identifier())
                .<Answer>map(issued ->
                        new Answer.Reply(
                                200,
                                "application/ofd",
                                java.util.Base64.getDecoder()
                                        .decode(
                                                CertificateFile.content(
                                                        issued, "ofd", link.cause(), today())),
                                java.util.Map.of()))
                .orElseGet(() -> Answer.problem(404, "link", "The certificate is gone."));
    }

    private Optional<Lookup.Refused> refusal(ObjectNode whole, Call call) {
        if (!call.readable()) {
            return refused(Status.WRONG_VALUE, "参数值错误：请求体不是 JSON 对象");
        }
        boolean known =
                Json.text(whole.path("head"), "accessId").equals(accessId)
                        && Json.text(whole.path("head"), "accessToken").equals(accessToken);
        if (!known) {
            return refused(Status.NOT_LOGGED_IN, "身份验证不通过");
        }
        List<String> missing = call.five().missing();
        if (!missing.isEmpty()) {
            return refused(Status.MISSING, "必填参数为空：" + String.join("、", missing));
        }
        return Optional.empty();
    }

    private static Optional<Lookup.Refused> refused(Status status, String message) {
        return Optional.of(new Lookup.Refused(status, message));
    }

    /// `holderCode`, `holderTypeCode` (111 or 001), `certTypeCode`; registers go by their id.
    private Lookup byHolder(ObjectNode data, Packages packages) {
        String holder = Json.text(data, "holderCode");
        String wanted = Json.text(data, "certTypeCode");
        if (holder.isEmpty() || wanted.isEmpty()) {
            return new Lookup.Refused(Status.MISSING, "必填参数为空：holderCode、certTypeCode");
        }
        CertificateType type =
                packages.certificateType(wanted).orElseGet(() -> packages.types().get(wanted));
        if (type == null) {
            return new Lookup.Refused(Status.UNKNOWN_TYPE, "证照类型代码有误");
        }
        if (!Json.text(data, "holderTypeCode").equals(type.company() ? "001" : "111")) {
            return new Lookup.Refused(Status.WRONG_HOLDER_KIND, "持证主体代码类型代码不符合规范");
        }
        return new Lookup.Found(
                type.id(),
                packages.of(holder).stream()
                        .filter(issued -> issued.type().id().equals(type.id()))
                        .toList());
    }

    private Lookup byIdentifier(ObjectNode data, Packages packages) {
        String identifier = Json.text(data, "certificateIdentifier");
        String wanted = identifier.isEmpty() ? Json.text(data, "certIdentifier") : identifier;
        if (wanted.isEmpty()) {
            return new Lookup.Refused(Status.MISSING, "必填参数为空：certIdentifier");
        }
        return packages.identified(wanted)
                .<Lookup>map(issued -> new Lookup.Found(issued.type().id(), List.of(issued)))
                .orElseGet(() -> new Lookup.Found("*", List.of()));
    }

    private Answer refuse(Call call, String type, Lookup.Refused refused) {
        log.add(call.entry(clock, type, refused.status().code));
        ObjectNode answer = Json.object();
        answer.putObject("head")
                .put("status", Integer.parseInt(refused.status().code))
                .put("message", refused.message());
        return Broken.answer(Fault.Mode.OK, Answer.json(answer));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }
}
