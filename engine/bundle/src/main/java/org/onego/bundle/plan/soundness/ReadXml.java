package org.onego.bundle.plan.soundness;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads a BPMN file into elements, with nothing but the model itself: no diagram, no extensions,
/// no texts.
///
/// The file comes from outside, so document types (and with them entities and anything fetched from
/// elsewhere) are refused, and nesting is bounded.
final class ReadXml {

    static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final int DEEPEST = 60;

    sealed interface Result {}

    record Read(XmlElement definitions) implements Result {}

    record Refused(String why) implements Result {}

    private ReadXml() {}

    static Result of(byte[] file) {
        try {
            return read(reader(file));
        } catch (XMLStreamException malformed) {
            return new Refused("not well-formed XML: " + oneLine(malformed.getMessage()));
        } catch (RuntimeException malformed) {
            // The JDK's reader leaves some malformed input (an unknown encoding, a broken
            // surrogate) unchecked.
            return new Refused("not readable as XML: " + oneLine(malformed.toString()));
        }
    }

    private static XMLStreamReader reader(byte[] file) throws XMLStreamException {
        // The JDK's own reader by name: which other one is on the class path must not decide what
        // is safe.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory.createXMLStreamReader(new ByteArrayInputStream(file));
    }

    private static Result read(XMLStreamReader in) throws XMLStreamException {
        List<Open> open = new ArrayList<>();
        XmlElement root = null;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.DTD -> {
                    return new Refused("has a document type (DOCTYPE); remove it");
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!MODEL.equals(in.getNamespaceURI())) {
                        if (open.isEmpty()) {
                            return new Refused(
                                    "is no BPMN 2.0 file: its root is <" + in.getLocalName() + ">");
                        }
                        skip(in);
                    } else if (in.getLocalName().equals("extensionElements")) {
                        skip(in);
                    } else if (open.size() == DEEPEST) {
                        return new Refused("is nested more than " + DEEPEST + " levels deep");
                    } else {
                        open.add(new Open(in.getLocalName(), attributes(in), new ArrayList<>()));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement element = open.removeLast().close();
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.getLast().children.add(element);
                    }
                }
                default -> {
                    // Texts, comments and processing instructions carry nothing that decides
                    // soundness.
                }
            }
        }
        if (root == null || !root.name().equals("definitions")) {
            return new Refused("is no BPMN 2.0 file: its root is not <definitions>");
        }
        return new Read(root);
    }

    private static void skip(XMLStreamReader in) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // Skipped with its element.
                }
            }
        }
    }

    private static Map<String, String> attributes(XMLStreamReader in) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String namespace = in.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i).strip());
            } else if (namespace.equals("http://flowable.org/bpmn")) {
                attributes.put(
                        "flowable:" + in.getAttributeLocalName(i), in.getAttributeValue(i).strip());
            }
        }
        return attributes;
    }

    private static String oneLine(@Nullable String text) {
        String line = text == null ? "" : text.replaceAll("\\s+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    private record Open(String name, Map<String, String> attributes, List<XmlElement> children) {
        XmlElement close() {
            return new XmlElement(name, attributes, children);
        }
    }
}
