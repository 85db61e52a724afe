package org.onego.bundle.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.schema.SchemaProblem.Kind;
import org.onego.bundle.schema.Subschemas.Subschema;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Follows every `$ref` of a schema: each must lead to a schema inside the same document, and none
/// in a circle that never looks deeper into the value (such a circle would never end).
final class RefCheck {

    private final JsonNode root;
    private final List<Subschema> schemas;

    /// Where each `$id` and each `$anchor` (written `id#anchor`) stands.
    private final Map<String, JsonPointer> named = new HashMap<>();

    /// The `$id` in whose resource each schema stands; the empty string for the document itself.
    private final Map<JsonPointer, String> resources = new HashMap<>();

    private final List<SchemaProblem> problems = new ArrayList<>();

    private RefCheck(JsonNode root) {
        this.root = root;
        this.schemas = Subschemas.all(root);
    }

    static List<SchemaProblem> problems(JsonNode schema) {
        var check = new RefCheck(schema);
        check.name();
        Map<JsonPointer, JsonPointer> targets = check.targets();
        if (check.problems.isEmpty()) {
            check.findCircle(targets);
        }
        return check.problems;
    }

    private void name() {
        named.put("", JsonPointer.empty());
        for (Subschema each : schemas) {
            JsonPointer parent = each.at();
            String resource = "";
            while (!parent.toString().isEmpty()) {
                parent = parent.head();
                String outer = resources.get(parent);
                if (outer != null) {
                    resource = outer;
                    break;
                }
            }
            String id = each.schema().path("$id").asString("");
            if (!id.isEmpty()) {
                resource = id.endsWith("#") ? id.substring(0, id.length() - 1) : id;
                named.put(resource, each.at());
            }
            resources.put(each.at(), resource);
            for (String keyword : List.of("$anchor", "$dynamicAnchor")) {
                String anchor = each.schema().path(keyword).asString("");
                if (!anchor.isEmpty()) {
                    named.put(resource + "#" + anchor, each.at());
                }
            }
        }
    }

    private Map<JsonPointer, JsonPointer> targets() {
        Map<JsonPointer, JsonPointer> targets = new HashMap<>();
        for (Subschema each : schemas) {
            for (String keyword : List.of("$ref", "$dynamicRef")) {
                if (each.schema().path(keyword) instanceof JsonNode ref && ref.isString()) {
                    JsonPointer at = each.at().appendProperty(keyword);
                    JsonPointer target = resolve(each.at(), ref.asString());
                    if (target == null) {
                        problems.add(unresolved(at, ref.asString()));
                    } else {
                        targets.put(each.at(), target);
                    }
                }
            }
        }
        return targets;
    }

    private @Nullable JsonPointer resolve(JsonPointer from, String ref) {
        int hash = ref.indexOf('#');
        String base = hash < 0 ? ref : ref.substring(0, hash);
        String fragment = hash < 0 ? "" : ref.substring(hash + 1);
        String resource = base.isEmpty() ? resources.getOrDefault(from, "") : base;
        if (!fragment.isEmpty() && !fragment.startsWith("/")) {
            return named.get(resource + "#" + fragment);
        }
        JsonPointer start = named.get(resource);
        if (start == null || fragment.isEmpty()) {
            return start;
        }
        JsonPointer target = start.append(JsonPointer.compile(unescape(fragment)));
        return root.at(target).isMissingNode() ? null : target;
    }

    private static String unescape(String fragment) {
        if (fragment.indexOf('%') < 0) {
            return fragment;
        }
        try {
            return java.net.URLDecoder.decode(
                    fragment.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return fragment;
        }
    }

    private SchemaProblem unresolved(JsonPointer at, String ref) {
        boolean inside = ref.startsWith("#") || ref.startsWith("element:");
        return new SchemaProblem(
                inside ? Kind.DANGLING_REF : Kind.OUTSIDE_REF,
                at,
                inside
                        ? "$ref '" + ref + "' leads nowhere"
                        : "$ref '" + ref + "' leads out of the document, and nothing is fetched",
                inside
                        ? "correct it, or define what it refers to under $defs"
                        : "copy what it refers to under $defs and refer to '#/$defs/…'");
    }

    private void findCircle(Map<JsonPointer, JsonPointer> targets) {
        Map<JsonPointer, Subschema> at = new HashMap<>();
        schemas.forEach(each -> at.put(each.at(), each));
        Set<JsonPointer> done = new HashSet<>();
        for (Subschema each : schemas) {
            if (circles(each.at(), at, targets, new HashSet<>(), done)) {
                problems.add(
                        new SchemaProblem(
                                Kind.CIRCULAR_REF,
                                each.at(),
                                "the schema '#" + each.at() + "' leads in a circle to itself",
                                "take the circle apart: a schema may contain itself only inside"
                                        + " properties or items"));
                return;
            }
        }
    }

    private static boolean circles(
            JsonPointer from,
            Map<JsonPointer, Subschema> at,
            Map<JsonPointer, JsonPointer> targets,
            Set<JsonPointer> path,
            Set<JsonPointer> done) {
        if (!path.add(from)) {
            return true;
        }
        if (done.contains(from)) {
            path.remove(from);
            return false;
        }
        boolean circle = false;
        JsonPointer target = targets.get(from);
        if (target != null) {
            circle = circles(target, at, targets, path, done);
        }
        Subschema here = at.get(from);
        if (here != null) {
            for (Subschema child : Subschemas.children(here)) {
                circle = circle || child.inPlace() && circles(child.at(), at, targets, path, done);
            }
        }
        path.remove(from);
        done.add(from);
        return circle;
    }
}
