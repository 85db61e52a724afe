package org.onego.examples.certificates;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.onego.examples.data.Issued;
import org.onego.examples.data.Packages;
import org.onego.examples.data.PackagesFolder;
import org.onego.examples.web.Answer;
import org.onego.examples.web.Json;
import org.onego.examples.web.Request;
import org.onego.examples.web.Routes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The certificate sharing calls, flat JSON posts as the national service takes them:
///
/// ```json
/// {"sessionId": "…", "CertificateType": "…", "CertificateHolderCode": "…", "CertificateNumber": "", "UseFor": "…",
///  "orgName": "…", "username": "…", "itemName": "…", "itemCode": "…", "businessCode": "…"}
/// ```
///
/// answered with `{"head": {"status": "0", "message": "…"}, "data": {"dataList": […]}}`. `login`
/// takes `{"account", "password"}` and answers `{"head", "sessionId"}`. Unlike the real service, id
/// numbers are taken in the clear, without `checkIDCard` before. What `extendInfo` holds is named
/// as in the package's certificate type.
final class SharingService {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final PackagesFolder packages;
    private final String account;
    private final String password;
    private final Sessions sessions;
    private final Faults faults;
    private final CallLog log;
    private final Cap cap;
    private final Clock clock;

    SharingService(
            PackagesFolder packages,
            String account,
            String password,
            Sessions sessions,
            Faults faults,
            CallLog log,
            Cap cap,
            Clock clock) {
        this.packages = packages;
        this.account = account;
        this.password = password;
        this.sessions = sessions;
        this.faults = faults;
        this.log = log;
        this.cap = cap;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.post("/certificates/login", this::login);
        routes.post("/certificates/getCertificateType", this::types);
        add(routes, "retrieval", Lookup::retrieval, issued -> Rows.found(issued, today()));
        add(
                routes,
                "getCertificateDataByHolder",
                Lookup::byHolder,
                issued -> Rows.data(issued, today()));
        add(
                routes,
                "getCertificateDataByCertificateID",
                Lookup::byIdentifier,
                issued -> Rows.data(issued, today()));
        add(routes, "getRegisterData", Lookup::register, Rows::record);
        addFile(routes, "getCertificateFileByHolder", Lookup::byHolder);
        addFile(routes, "getCertificateFileByCertificateID", Lookup::byIdentifier);
    }

    private void add(
            Routes routes,
            String name,
            BiFunction<ObjectNode, Packages, Lookup> lookup,
            Function<Issued, ObjectNode> row) {
        routes.post(
                "/certificates/" + name,
                request -> call(name, request, lookup, (issued, _) -> row.apply(issued)));
    }

    private void addFile(
            Routes routes, String name, BiFunction<ObjectNode, Packages, Lookup> lookup) {
        routes.post(
                "/certificates/" + name,
                request ->
                        call(
                                name,
                                request,
                                lookup,
                                (issued, asked) -> CertificateFile.row(issued, asked, today())));
    }

    private Answer login(Request request) throws InterruptedException {
        Faults.Verdict verdict = faults.next("login");
        Thread.sleep(verdict.delay());
        ObjectNode asked = request.json().orElseGet(Json::object);
        boolean right =
                Json.text(asked, "account").equals(account)
                        && Json.text(asked, "password").equals(password);
        ObjectNode answer = Json.object();
        answer.putObject("head")
                .put("status", right ? Status.OK.code : Status.NOT_LOGGED_IN.code)
                .put("message", right ? "登录成功" : "身份验证不通过：账号或口令不正确");
        if (right) {
            answer.put("sessionId", sessions.open());
        }
        return Broken.answer(verdict.mode(), Answer.json(answer));
    }

    private Answer types(Request request) {
        Call call = Call.read("getCertificateType", request);
        Optional<Lookup.Refused> refused = call.refusal(sessions, false);
        if (refused.isPresent()) {
            return refuse(call, "", refused.get());
        }
        ArrayNode rows = Json.array();
        packages.current().types().values().stream()
                .filter(type -> !type.register())
                .map(Rows::type)
                .forEach(rows::add);
        log.add(call.entry(clock, "", Status.OK.code));
        return Status.OK.answer("数据获取成功", rows);
    }

    private Answer call(
            String name,
            Request request,
            BiFunction<ObjectNode, Packages, Lookup> lookup,
            BiFunction<Issued, ObjectNode, ObjectNode> row)
            throws InterruptedException {
        Call call = Call.read(name, request);
        Optional<Lookup.Refused> refused = call.refusal(sessions, true);
        if (refused.isPresent()) {
            return refuse(call, "", refused.get());
        }
        Packages current = packages.current();
        return switch (lookup.apply(call.asked(), current)) {
            case Lookup.Refused no -> refuse(call, "", no);
            case Lookup.Found found -> {
                Faults.Verdict verdict = faults.next(found.type());
                Thread.sleep(verdict.delay());
                Fault.Mode mode = verdict.mode();
                Status refusal = cap.take() ? Broken.refusal(mode) : Status.DENIED;
                if (refusal != null) {
                    yield refuse(
                            call, found.type(), new Lookup.Refused(refusal, "无权访问，或今日调用次数已达上限"));
                }
                ArrayNode rows = Json.array();
                for (Issued issued : found.issued()) {
                    ObjectNode made = row.apply(Broken.issued(mode, issued, current), call.asked());
                    if (made.path("extendInfo") instanceof ObjectNode says) {
                        Broken.says(mode, says);
                    }
                    rows.add(Broken.row(mode, made, today()));
                }
                Status status = rows.isEmpty() ? Status.NOT_FOUND : Status.OK;
                String fault = mode == Fault.Mode.OK ? "" : " " + mode;
                log.add(call.entry(clock, found.type(), status.code + fault));
                yield Broken.answer(
                        mode, status.answer(rows.isEmpty() ? "未找到匹配的证照信息" : "数据获取成功", rows));
            }
        };
    }

    private Answer refuse(Call call, String type, Lookup.Refused refused) {
        log.add(call.entry(clock, type, refused.status().code));
        return Broken.answer(Fault.Mode.OK, refused.status().answer(refused.message()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }
}
