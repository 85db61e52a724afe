package org.onego.renderer.frame;

/// "第3步，共6步".
public record Steps(int current, int total) {}
