/// What is asked, of whom, in which order: pure, without Spring, process engine, database or script
/// engine.
///
/// The way of the data is the order of the rooms, and imports only point back along it: `schema →
/// element → item → pack → guide → merge → suggest → rule → prefill → page → project → validate →
/// plan`. This package itself is the front door: [org.onego.bundle.PublishedBundle] answers every
/// question about one version of one package, and computes each answer once.
@NullMarked
package org.onego.bundle;

import org.jspecify.annotations.NullMarked;
