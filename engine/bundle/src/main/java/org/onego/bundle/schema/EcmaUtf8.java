package org.onego.bundle.schema;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jcodings.ApplyAllCaseFoldFunction;
import org.jcodings.CaseFoldCodeItem;
import org.jcodings.CodeRange;
import org.jcodings.Encoding;
import org.jcodings.IntHolder;
import org.jcodings.constants.CharacterType;
import org.jcodings.specific.UTF8Encoding;
import org.jcodings.unicode.UnicodeCodeRange;
import org.jspecify.annotations.Nullable;

/// UTF-8 in which `\d`, `\w` and `\s` mean what ECMA-262 says: `\d` and `\w` are ASCII, `\s` has
/// the spaces of Unicode. All else is Joni's own UTF-8, which is final and so is wrapped.
final class EcmaUtf8 extends Encoding {

    static final EcmaUtf8 INSTANCE = new EcmaUtf8();

    // Each: the number of ranges, then first and last code of each.
    private static final int[] DIGIT = {1, '0', '9'};
    private static final int[] WORD = {4, '0', '9', 'A', 'Z', '_', '_', 'a', 'z'};
    private static final int[] SPACE = {
        10, '\t', '\r', ' ', ' ', 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029,
        0x202f, 0x202f, 0x205f, 0x205f, 0x3000, 0x3000, 0xfeff, 0xfeff
    };

    private static final byte[] PROPERTY_DIGIT = "digit".getBytes(StandardCharsets.US_ASCII);

    /// From here on a code has more than one byte.
    private static final int MULTIBYTE = 0x80;

    private final Encoding utf8 = UTF8Encoding.INSTANCE;

    private EcmaUtf8() {
        super("ECMA-262-UTF-8", 1, 4);
    }

    private static int @Nullable [] own(int type) {
        return switch (type) {
            case CharacterType.DIGIT -> DIGIT;
            case CharacterType.WORD -> WORD;
            case CharacterType.SPACE -> SPACE;
            default -> null;
        };
    }

    @Override
    public int @Nullable [] ctypeCodeRange(int type, IntHolder out) {
        int[] own = own(type);
        if (own == null) {
            return utf8.ctypeCodeRange(type, out);
        }
        out.value = MULTIBYTE;
        return own;
    }

    @Override
    public boolean isCodeCType(int code, int type) {
        int[] own = own(type);
        return own == null ? utf8.isCodeCType(code, type) : CodeRange.isInCodeRange(own, code);
    }

    @Override
    public Charset getCharset() {
        return utf8.getCharset();
    }

    @Override
    public String getCharsetName() {
        return utf8.getCharsetName();
    }

    @Override
    public int length(byte first) {
        return utf8.length(first);
    }

    @Override
    public int length(byte[] bytes, int from, int end) {
        return utf8.length(bytes, from, end);
    }

    @Override
    public boolean isNewLine(byte[] bytes, int from, int end) {
        return utf8.isNewLine(bytes, from, end);
    }

    @Override
    public int mbcToCode(byte[] bytes, int from, int end) {
        return utf8.mbcToCode(bytes, from, end);
    }

    @Override
    public int codeToMbcLength(int code) {
        return utf8.codeToMbcLength(code);
    }

    @Override
    public int codeToMbc(int code, byte[] bytes, int from) {
        return utf8.codeToMbc(code, bytes, from);
    }

    @Override
    public int mbcCaseFold(int flag, byte[] bytes, IntHolder from, int end, byte[] to) {
        return utf8.mbcCaseFold(flag, bytes, from, end, to);
    }

    @Override
    public byte[] toLowerCaseTable() {
        return utf8.toLowerCaseTable();
    }

    @Override
    public void applyAllCaseFold(int flag, ApplyAllCaseFoldFunction function, Object argument) {
        utf8.applyAllCaseFold(flag, function, argument);
    }

    @Override
    public CaseFoldCodeItem[] caseFoldCodesByString(int flag, byte[] bytes, int from, int end) {
        return utf8.caseFoldCodesByString(flag, bytes, from, end);
    }

    @Override
    public int propertyNameToCType(byte[] name, int from, int end) {
        // The class `\d` was replaced above; `\p{digit}` stays Unicode's.
        return Arrays.equals(PROPERTY_DIGIT, 0, PROPERTY_DIGIT.length, name, from, end)
                ? UnicodeCodeRange.ND.ordinal()
                : utf8.propertyNameToCType(name, from, end);
    }

    @Override
    public int leftAdjustCharHead(byte[] bytes, int from, int at, int end) {
        return utf8.leftAdjustCharHead(bytes, from, at, end);
    }

    @Override
    public boolean isReverseMatchAllowed(byte[] bytes, int from, int end) {
        return utf8.isReverseMatchAllowed(bytes, from, end);
    }

    @Override
    public int caseMap(
            IntHolder flag, byte[] bytes, IntHolder from, int end, byte[] to, int at, int toEnd) {
        return utf8.caseMap(flag, bytes, from, end, to, at, toEnd);
    }

    @Override
    public int strLength(byte[] bytes, int from, int end) {
        return utf8.strLength(bytes, from, end);
    }

    @Override
    public int strCodeAt(byte[] bytes, int from, int end, int index) {
        return utf8.strCodeAt(bytes, from, end, index);
    }

    @Override
    public boolean isMbcCrnl(byte[] bytes, int from, int end) {
        return utf8.isMbcCrnl(bytes, from, end);
    }
}
