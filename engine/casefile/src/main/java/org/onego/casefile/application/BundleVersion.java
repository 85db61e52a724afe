package org.onego.casefile.application;

/// The version of a package that an application runs on.
public record BundleVersion(String id, String version) {

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
