package org.onego.bundle.suggest;

import org.jspecify.annotations.Nullable;

/// What a title asks for, in words that stand for all that mean the same.
///
/// @param what the thing: `姓名` for 父亲名字
/// @param person of whom, where the title says so: `父亲`
/// @param wide the thing says little by itself: 日期, 名称
/// @param known the thing consists of words in general use alone
/// @param fromName read from the field's name, since the title says nothing
record Meaning(
        String what, @Nullable String person, boolean wide, boolean known, boolean fromName) {}
