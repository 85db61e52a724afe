package org.onego.bundle.merge;

import tools.jackson.databind.JsonNode;

/// Two fields that are one question but that no answer satisfies together.
public record Conflict(
        QuestionId question,
        String keyword,
        Origin left,
        JsonNode leftValue,
        Origin right,
        JsonNode rightValue) {}
