package org.onego.casefile.result;

import java.util.List;

/// Keeps the filters that clerks have given names.
public interface SavedFilters {

    /// A clerk keeps as many at most; beyond that the oldest goes.
    int MOST = 20;

    /// In the order in which they were saved.
    List<Saved> of(String clerk);

    void save(String clerk, Saved filter);

    /// Harmless when it is gone.
    void remove(String clerk, String id);

    /// @param id says nothing about the filter; fit for a URL
    /// @param filter its page counts for nothing
    record Saved(String id, String name, Queue.Filter filter) {}
}
