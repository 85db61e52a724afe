package org.onego.bundle.item;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The subject of one row of a repeated group: each row of `child` is a subject of its own,
/// `child_1`, `child_2`. No id that a package gives contains `_`.
public final class RowSubject {

    private static final Pattern ROW = Pattern.compile("(.+)_(0|[1-9][0-9]{0,3})");

    private RowSubject() {}

    /// @param row from 1
    public static String of(String repeated, int row) {
        return repeated + "_" + row;
    }

    /// Stands for all rows of a repeated subject; no subject is called so.
    public static String every(String repeated) {
        return repeated + "_*";
    }

    /// The subject as the bundle declares it: `child` for `child_2`, itself for any other.
    public static String declared(String subject) {
        if (!mayBeRow(subject)) {
            return subject;
        }
        Matcher row = ROW.matcher(subject);
        return row.matches() ? row.group(1) : subject;
    }

    public static boolean isRow(String subject) {
        return mayBeRow(subject) && ROW.matcher(subject).matches();
    }

    /// Most subjects are none, and this is asked of every field.
    private static boolean mayBeRow(String subject) {
        return subject.indexOf('_') > 0;
    }

    /// Which row a subject is, from 1; 0 for a subject that is no row.
    public static int number(String subject) {
        Matcher row = ROW.matcher(subject);
        return row.matches() ? Integer.parseInt(row.group(2)) : 0;
    }
}
