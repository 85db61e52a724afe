package org.onego.bundle.schema.intersect;

import java.util.List;

/// A text or two of each format of the standard, and of the formats that OneGo adds.
final class FormatSamples {

    private FormatSamples() {}

    static List<String> of(String format) {
        return switch (format) {
            case "date" -> List.of("2024-02-29");
            case "past-date" -> List.of("2000-01-01");
            case "date-time" -> List.of("2024-02-29T12:30:00Z");
            case "local-date-time", "past-date-time" -> List.of("2000-01-01T12:30");
            case "time" -> List.of("12:30:00Z");
            case "duration" -> List.of("P1D");
            case "email", "idn-email" -> List.of("a@example.org");
            case "hostname", "idn-hostname" -> List.of("example.org");
            case "ipv4" -> List.of("192.0.2.1");
            case "ipv6" -> List.of("::1");
            case "uri", "iri", "uri-reference", "iri-reference", "uri-template" ->
                    List.of("https://example.org/");
            case "uuid" -> List.of("123e4567-e89b-12d3-a456-426614174000");
            case "json-pointer" -> List.of("", "/a");
            case "relative-json-pointer" -> List.of("0");
            case "regex" -> List.of("a");
            case "cn-id-number" -> List.of("11010519491231002X");
            case "cn-uscc" -> List.of("91350100M000100Y43");
            case "cn-mobile" -> List.of("13800000000");
            case "cn-region" -> List.of("130102");
            case "cn-bank-card" -> List.of("6222020000000000005");
            default -> List.of();
        };
    }
}
