package org.onego.bundle.pack;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Whether a process file is well-formed XML of BPMN 2.0. Whether its process is sound is the
/// planner's question.
final class WellFormed {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private WellFormed() {}

    static void check(String file, String xml, Findings findings) {
        Spot spot = Spot.of(file);
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            reader.nextTag();
            if (!BPMN.equals(reader.getNamespaceURI())
                    || !reader.getLocalName().equals("definitions")) {
                findings.error(
                        spot,
                        "the file starts with <" + reader.getLocalName() + ">, not with BPMN 2.0",
                        "export BPMN 2.0 XML from the process editor");
            }
            while (reader.next() != XMLStreamConstants.END_DOCUMENT) {
                // Reading on finds what is not well-formed.
            }
        } catch (XMLStreamException broken) {
            String text = String.valueOf(broken.getMessage());
            findings.error(
                    spot,
                    "not well-formed XML: " + text.replace('\n', ' '),
                    "correct it, or export it again from the process editor");
        }
    }
}
