package org.onego.renderer.desk;

import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onego.casefile.application.CaseQuery.Sort;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.result.Queue;
import org.onego.casefile.result.Queue.Scope;

/// What a clerk looks for. In the address stands nothing personal: what was typed is kept in the
/// session, under an id that says nothing.
///
/// @param find id of what was typed, or null
/// @param text what was typed, or null
/// @param due `overdue` or `soon`, or null
record QueueFilter(
        Scope scope,
        @Nullable CaseState state,
        @Nullable String item,
        @Nullable String find,
        @Nullable String text,
        @Nullable String due,
        Sort sort,
        boolean descending,
        int page) {

    static final int PAGE_SIZE = 50;

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int SOON = 3;
    private static final int LONGEST = 60;
    private static final int KEPT = 30;
    private static final String ATTRIBUTE = "onego.find";

    /// Unknown values are as if they were not there.
    static QueueFilter of(Map<String, String> parameters, HttpSession session) {
        String find = parameters.get("find");
        String text = find == null ? null : kept(session).get(find);
        String page = parameters.getOrDefault("page", "0");
        return new QueueFilter(
                known(Scope.class, parameters.get("scope"), Scope.ALL),
                known(parameters.get("state")),
                blankToNull(parameters.get("item")),
                text == null ? null : find,
                text,
                blankToNull(parameters.get("due")),
                known(Sort.class, parameters.get("sort"), Sort.RECEIVED),
                "true".equals(parameters.get("descending")),
                page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0);
    }

    /// Keeps what was typed for this session.
    ///
    /// @return its id, or null when nothing was typed
    static @Nullable String keep(HttpSession session, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        Map<String, String> kept = kept(session);
        String id = UUID.randomUUID().toString().substring(0, 8);
        kept.put(id, text.substring(0, Math.min(text.length(), LONGEST)));
        while (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        session.setAttribute(ATTRIBUTE, new LinkedHashMap<>(kept));
        return id;
    }

    @SuppressWarnings("unchecked") // only put there by keep
    private static Map<String, String> kept(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Map<?, ?> kept
                ? new LinkedHashMap<>((Map<String, String>) kept)
                : new LinkedHashMap<>();
    }

    Queue.Filter asFilter() {
        LocalDate today = LocalDate.now(CHINA);
        LocalDate dueBefore =
                "overdue".equals(due) ? today : "soon".equals(due) ? today.plusDays(SOON) : null;
        return new Queue.Filter(
                scope, state, item, text, dueBefore, sort, descending, page * PAGE_SIZE, PAGE_SIZE);
    }

    /// The address of the same, but for some changes: `name, value` after `name, value`.
    String query(String... changes) {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "scope", scope == Scope.ALL ? null : scope.name());
        put(parameters, "state", state == null ? null : state.name());
        put(parameters, "item", item);
        put(parameters, "find", find);
        put(parameters, "due", due);
        put(parameters, "sort", sort == Sort.RECEIVED ? null : sort.name());
        put(parameters, "descending", descending ? "true" : null);
        put(parameters, "page", page == 0 ? null : String.valueOf(page));
        for (int at = 0; at < changes.length; at += 2) {
            put(parameters, changes[at], changes[at + 1].isEmpty() ? null : changes[at + 1]);
        }
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) ->
                query.append(query.isEmpty() ? "" : "&").append(name).append('=').append(value));
        return query.toString();
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value == null) {
            parameters.remove(name);
        } else {
            parameters.put(name, value);
        }
    }

    private static @Nullable CaseState known(@Nullable String name) {
        for (CaseState state : CaseState.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return null;
    }

    private static <E extends Enum<E>> E known(Class<E> type, @Nullable String name, E otherwise) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return otherwise;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || !text.matches("[\\w-]{1,60}") ? null : text;
    }
}
