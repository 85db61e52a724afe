package org.onego.server.report;

import java.util.List;

/// The tables of the national upload of cases and their columns, named as there.
enum Table {
    ACCEPT(
            "accept",
            "project_no",
            "project_name",
            "task_name",
            "task_code",
            "task_handle_item",
            "catalog_code",
            "task_version",
            "applyer_name",
            "applyer_type",
            "applyer_page_type",
            "applyer_page_code",
            "contact_name",
            "contact_mobile",
            "apply_type",
            "apply_date",
            "accept_date",
            "promise_date",
            "project_type",
            "org_name",
            "org_code",
            "handle_user_name"),
    PROCESS(
            "process",
            "project_no",
            "process_name",
            "event_name",
            "event_start_time",
            "event_end_time",
            "handle_user_name",
            "handle_explain"),
    RESULT(
            "result",
            "project_no",
            "result_type",
            "result_date",
            "result_explain",
            "result_cetr_name",
            "result_cetr_no",
            "is_delivery_results",
            "satisfaction"),
    SPECIAL_PROCEDURE(
            "special-procedure",
            "project_no",
            "special_type",
            "special_name",
            "special_reason",
            "special_time",
            "end_time",
            "result",
            "special_explain"),
    MATERIAL(
            "material",
            "project_no",
            "material_name",
            "get_type",
            "get_num",
            "material_attach_name");

    private final String path;
    private final List<String> columns;

    Table(String path, String... columns) {
        this.path = path;
        this.columns = List.of(columns);
    }

    String path() {
        return path;
    }

    List<String> columns() {
        return columns;
    }
}
