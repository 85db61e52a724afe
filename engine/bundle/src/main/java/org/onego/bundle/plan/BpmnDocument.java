package org.onego.bundle.plan;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// BPMN as XML, for the few changes that the converter's model does not carry. A model of the whole
/// file would lose what it doesn't know.
final class BpmnDocument {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";

    /// What stands before `incoming` in a flow node.
    private static final Set<String> BEFORE_INCOMING =
            Set.of(
                    "documentation",
                    "extensionElements",
                    "auditing",
                    "monitoring",
                    "categoryValueRef");

    private final Document document;

    private BpmnDocument(Document document) {
        this.document = document;
    }

    /// @throws IllegalArgumentException when the text isn't well-formed XML, or declares a DOCTYPE
    static BpmnDocument parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new BpmnDocument(builder.parse(new InputSource(new StringReader(xml))));
        } catch (SAXException | java.io.IOException failure) {
            throw new IllegalArgumentException(
                    "this is not BPMN XML: " + failure.getMessage(), failure);
        } catch (ParserConfigurationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Every flow node lists the flows that come in and go out, as the standard asks; the converter
    /// leaves them out, and other tools miss them.
    BpmnDocument withIncomingAndOutgoing() {
        List<Element> flows = elements(document, BPMN, "sequenceFlow");
        for (Element node : elements(document, BPMN, "*")) {
            String id = node.getAttribute("id");
            @Nullable Node place = firstAfterHead(node);
            boolean empty = place == null && !node.hasChildNodes();
            for (String end : List.of("incoming", "outgoing")) {
                String attribute = end.equals("incoming") ? "targetRef" : "sourceRef";
                for (Element flow : flows) {
                    if (!id.isEmpty() && flow.getAttribute(attribute).equals(id)) {
                        Element reference = document.createElementNS(BPMN, qualified(node, end));
                        reference.setTextContent(flow.getAttribute("id"));
                        node.insertBefore(document.createTextNode("\n      "), place);
                        node.insertBefore(reference, place);
                    }
                }
            }
            if (empty && node.hasChildNodes()) {
                node.appendChild(document.createTextNode("\n    "));
            }
        }
        return this;
    }

    /// The file's one executable process (or the first) gets this id, wherever it is named.
    BpmnDocument withKey(String key) {
        List<Element> processes = elements(document, BPMN, "process");
        if (processes.isEmpty()) {
            throw new IllegalArgumentException("there is no process in this BPMN file");
        }
        Element process =
                processes.stream()
                        .filter(each -> each.getAttribute("isExecutable").equals("true"))
                        .findFirst()
                        .orElse(processes.getFirst());
        String old = process.getAttribute("id");
        process.setAttribute("id", key);
        process.setAttribute("isExecutable", "true");
        rename(elements(document, DI, "BPMNPlane"), "bpmnElement", old, key);
        rename(elements(document, BPMN, "participant"), "processRef", old, key);
        return this;
    }

    String toXml() {
        try {
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            StringWriter text = new StringWriter();
            writer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void rename(List<Element> elements, String attribute, String old, String key) {
        for (Element element : elements) {
            String value = element.getAttribute(attribute);
            // A QName may carry the prefix of the target namespace.
            if (value.substring(value.indexOf(':') + 1).equals(old)) {
                element.setAttribute(attribute, key);
            }
        }
    }

    private static @Nullable Node firstAfterHead(Element node) {
        @Nullable Node child = node.getFirstChild();
        @Nullable Node place = child;
        while (child != null) {
            if (child instanceof Element element
                    && BEFORE_INCOMING.contains(element.getLocalName())) {
                place = child.getNextSibling();
            }
            child = child.getNextSibling();
        }
        return place;
    }

    private static String qualified(Element beside, String name) {
        String prefix = beside.getPrefix();
        return prefix == null ? name : prefix + ":" + name;
    }

    private static List<Element> elements(Document document, String namespace, String name) {
        NodeList found = document.getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
