package dev.tollgate.smoke;

import dev.tollgate.finding.Printable;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The matrix as JUnit's XML, which build servers read. */
public final class JunitReport {

    private JunitReport() {}

    /** One test case for each of {@code cells}. */
    public static String of(String name, List<Attempt> cells) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "authorization of " + printable(name));
            xml.writeAttribute("tests", String.valueOf(cells.size()));
            xml.writeAttribute(
                    "failures",
                    String.valueOf(cells.stream().filter(cell -> !cell.passes()).count()));
            for (Attempt cell : cells) {
                write(xml, cell);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can be written to", e);
        }
        return text + "\n";
    }

    private static void write(XMLStreamWriter xml, Attempt cell) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", printable(cell.route().key()));
        xml.writeAttribute("name", printable(cell.credential().name()));
        if (!cell.passes()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", "expected " + cell.expected().text() + ", got " + cell.actual());
            xml.writeCharacters(printable(String.join("; ", cell.differences()) + " " + cell.note())
                    .strip());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** XML 1.0 has no place for control characters. */
    private static String printable(String text) {
        return Printable.of(text);
    }
}
