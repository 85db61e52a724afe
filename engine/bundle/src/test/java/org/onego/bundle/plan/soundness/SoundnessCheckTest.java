package org.onego.bundle.plan.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SoundnessCheckTest {

    private static final String SEQUENCE =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
              <process id="p">
                <startEvent id="s"/><userTask id="t" name="受理"/><endEvent id="e"/>
                <sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                <sequenceFlow id="g" sourceRef="t" targetRef="e"/>
              </process>
            </definitions>
            """;

    @Test
    void aHugeFileIsRefusedWithoutReadingItAll() {
        AtomicLong read = new AtomicLong();
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        read.incrementAndGet();
                        return ' ';
                    }

                    @Override
                    public int read(byte[] into, int from, int length) {
                        java.util.Arrays.fill(into, from, from + length, (byte) ' ');
                        read.addAndGet(length);
                        return length;
                    }
                };
        assertThat(SoundnessCheck.of(endless))
                .isEqualTo(
                        new Soundness.Invalid(
                                "is larger than 5 MB; a process of that size is not checked"));
        assertThat(read).hasValueLessThan(2L * SoundnessCheck.LARGEST);
        assertThat(SoundnessCheck.of(" ".repeat(SoundnessCheck.LARGEST + 1)))
                .isInstanceOf(Soundness.Invalid.class);
    }

    @Test
    void aFileInAnotherEncodingIsRead() throws IOException {
        String gbk = "<?xml version=\"1.0\" encoding=\"GBK\"?>\n" + SEQUENCE;
        try (InputStream in = new ByteArrayInputStream(gbk.getBytes(Charset.forName("GBK")))) {
            assertThat(SoundnessCheck.of(in)).isInstanceOf(Soundness.Sound.class);
        }
        assertThat(SoundnessCheck.of(gbk)).isInstanceOf(Soundness.Sound.class);
        assertThat(SoundnessCheck.of("\uFEFF" + gbk)).isInstanceOf(Soundness.Sound.class);
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "<subProcess>".repeat(100_000);
        assertThat(SoundnessCheck.of(SEQUENCE.replace("<startEvent id=\"s\"/>", deep)))
                .isEqualTo(new Soundness.Invalid("is nested more than 60 levels deep"));
    }

    @Test
    void aLongProcessIsDecided() {
        int length = SoundnessCheck.MOST_NODES - 2;
        assertThat(SoundnessCheck.of(chain(length))).isInstanceOf(Soundness.Sound.class);
        assertThat(SoundnessCheck.of(chain(length + 1)))
                .isEqualTo(new Soundness.Unsupported("more than 10000 nodes", ""));
    }

    private static String chain(int tasks) {
        StringBuilder xml = new StringBuilder();
        xml.append("<definitions xmlns=\"").append(ReadXml.MODEL).append("\"><process id=\"p\">");
        xml.append("<startEvent id=\"n0\"/>");
        for (int i = 1; i <= tasks + 1; i++) {
            xml.append(i > tasks ? "<endEvent id=\"n" : "<task id=\"n").append(i).append("\"/>");
            xml.append(
                    "<sequenceFlow id=\"f%d\" sourceRef=\"n%d\" targetRef=\"n%d\"/>"
                            .formatted(i, i - 1, i));
        }
        return xml.append("</process></definitions>").toString();
    }

    @Test
    void tooManyStatesAreSaidToBeTooMany() {
        String reason =
                switch (SoundnessCheck.of(
                        KnownModels.named("and-branches-many").text(), new Judge(false, 1000, 0))) {
                    case Soundness.Unsupported(String what, String _) -> what;
                    case Soundness other -> other.toString();
                };
        assertThat(reason).isEqualTo("more than 1000 states");
    }

    @Test
    void whatIsInvalidIsNamed() {
        assertThat(SoundnessCheck.of(KnownModels.named("flow-to-nowhere").text()))
                .isEqualTo(
                        new Soundness.Invalid(
                                "has a flow 'f' whose targetRef 'gone' is no node of process 'p'"));
        assertThat(SoundnessCheck.of(KnownModels.named("doctype").text()))
                .isEqualTo(new Soundness.Invalid("has a document type (DOCTYPE); remove it"));
        assertThat(SoundnessCheck.of(KnownModels.named("event-gateway-to-task").text()))
                .isEqualTo(
                        new Soundness.Invalid(
                                "eventBasedGateway 'v1' waits for the first event, but leads to userTask 'A', which is none"));
    }

    @Test
    void theElementsAtFaultAreNamed() {
        assertThat(SoundnessCheck.of(KnownModels.named("xor-split-and-join").text()))
                .isInstanceOfSatisfying(
                        Soundness.Unsound.class,
                        unsound -> assertThat(unsound.elements()).containsExactly("f_A_a1"));
        assertThat(SoundnessCheck.of(KnownModels.named("compensation").text()))
                .isEqualTo(new Soundness.Unsupported("compensation", "b1"));
    }
}
