package org.onego.casefile.submit;

/// Counts.
@FunctionalInterface
public interface Serials {

    /// The next number of a series, from 1; never the same twice, also across servers and crashes.
    long next(String series);
}
