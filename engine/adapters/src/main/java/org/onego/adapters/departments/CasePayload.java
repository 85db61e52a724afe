package org.onego.adapters.departments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.CaseState;
import tools.jackson.databind.JsonNode;

/// A case as a department's own system gets it, pushed or polled: its own item's projection,
/// nothing of the others (law 8). Names up to `suffInfoList` are those of a real dispatch (收件服务),
/// so that a system which takes those takes this.
///
/// @param state where the case stands
/// @param stateCode the same as 办件状态 of provincial platforms
/// @param paused whether its clock stands still (is_pause)
/// @param matterCode 实施编码 or 基本编码 of the item, where it is known
/// @param projId 办件编号 of the case
/// @param relBizId 办件编号 of the whole application
/// @param approveType 办件类型 (GB/T 39046 A.6): 1 即办件, 2 承诺件
/// @param affairType 事项类型 (A.1)
/// @param applyOrigin 办理形式 (A.5): 3, on a phone
/// @param areaCode GB/T 2260
/// @param gmtApply when it was submitted, in China's time
/// @param affFormInfo a JSON text `{"<title>": [{"name", "name_cn", "value"}]}` of this item's own
///   fields
/// @param suffInfoList 材料
/// @param document what the item's own form expects
/// @param origins where its answers came from; what the citizen typed has no entry
/// @param upstream what earlier items gave that this one builds on
/// @param limits its time limits, in working days
/// @param callback where to report
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CasePayload(
        String caseId,
        CaseState state,
        String stateCode,
        boolean paused,
        @Nullable String matterCode,
        String matterName,
        String projId,
        String relBizId,
        String projectName,
        String approveType,
        String affairType,
        String applyOrigin,
        String areaCode,
        @Nullable String deptCode,
        String recvDeptName,
        String gmtApply,
        ApplicantVO applicantVO,
        String affFormInfo,
        List<Material> suffInfoList,
        ItemRef item,
        BundleRef bundle,
        Instant submittedAt,
        JsonNode document,
        JsonNode origins,
        List<Upstream> upstream,
        Limits limits,
        String callback) {

    /// 申请人.
    ///
    /// @param applyType 服务对象 (A.4): 1 自然人
    /// @param applyCardType 31 居民身份证
    /// @param isAgent 0: the applicant in person
    public record ApplicantVO(
            String applyType,
            String applyName,
            String applyCardType,
            String applyCardNo,
            String contactName,
            String contactTelNo,
            String isAgent) {}

    /// 材料.
    ///
    /// @param stuffUniId code of the material
    /// @param fetchMode 附件上传, 电子证照 or 无需提交
    /// @param certificate 证照标识 of the certificate that replaces it
    /// @param attachments the files, to be fetched with a signed call
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Material(
            String stuffName,
            String stuffUniId,
            String fetchMode,
            int stuffNum,
            @Nullable String certificate,
            List<Attachment> attachments) {}

    public record Attachment(String attachName, String mediaType, long size, String attachPath) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemRef(String id, String title, @Nullable String code) {}

    public record BundleRef(String id, String version, String title) {}

    /// A value that another item's result gave.
    public record Upstream(String item, String title, String question, JsonNode value) {}

    /// What holds as long as the case does; how it stands today is answered to a signed read.
    ///
    /// @param promised 承诺时限
    /// @param legal 法定时限
    public record Limits(int promised, int legal) {}
}
