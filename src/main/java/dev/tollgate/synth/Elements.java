package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.hashicorp.cdktf.TerraformMetaArguments;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderConfig;
import dev.tollgate.finding.KeyPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.jsii.JsiiSerializable;

/**
 * What a stack is made of. It is described as data, which takes no Node.js, and made by CDKTF all at once: a call
 * across the process boundary for each element took longer than all that CDKTF does.
 */
final class Elements {

    private static final String MODULES = "com.hashicorp.cdktf.providers.aws.";
    private static final String DATA = "data_";

    private final List<Element> elements = new ArrayList<>();
    private final List<Memory> memories = new ArrayList<>();
    private final SortedMap<String, KeyPath> sources = new TreeMap<>();
    private final SortedSet<String> others = new TreeSet<>();

    /**
     * A resource or a data source that the file's {@code source} asks for, known to Terraform as {@code name}. Its type
     * is the one that {@code config} is for: {@code ApiGatewayMethodConfig} is for {@code aws_api_gateway_method}.
     */
    Element add(KeyPath source, String name, TerraformMetaArguments config) {
        Element element = added(new Element(type(config.getClass()) + "." + name, name, config));
        sources.put(element.address(), source);
        return element;
    }

    /** Says that {@code part}, which is no resource of Terraform's but described in one, comes from {@code source}. */
    void describe(String part, KeyPath source) {
        sources.put(part, source);
    }

    private static String type(Class<?> config) {
        String module = config.getPackageName().substring(MODULES.length());
        return module.startsWith(DATA) ? "data." + module.substring(DATA.length()) : "aws_" + module;
    }

    /** A value in the state that {@code source} asks for. */
    Memory add(KeyPath source, Memory memory) {
        memories.add(memory);
        sources.put(memory.address(), source);
        return memory;
    }

    /** A provider, which is called {@code id} among those of the stack. */
    Element provider(String id, AwsProviderConfig config) {
        others.add(config.getAlias() == null ? "provider.aws" : "provider.aws." + config.getAlias());
        return added(new Element(id, null, config));
    }

    void output(String name, TerraformOutputConfig config) {
        others.add("output." + name);
        added(new Element(name, null, config));
    }

    /** Where the state is kept. */
    Element backend(JsiiSerializable config) {
        return added(new Element(null, null, config));
    }

    private Element added(Element element) {
        elements.add(element);
        return element;
    }

    /** As {@code src/main/cdktf} reads it. */
    String json() {
        Structs structs = new Structs();
        ArrayNode all = JsonNodeFactory.instance.arrayNode(elements.size());
        elements.forEach(element -> all.add(element.json(structs)));
        return all.toString();
    }

    /** What CDKTF has no class for. */
    List<Memory> memories() {
        return Collections.unmodifiableList(memories);
    }

    /** What is declared and has no source: providers and outputs, {@code output.base_url}. */
    SortedSet<String> others() {
        return Collections.unmodifiableSortedSet(others);
    }

    /** The key of the file that each resource and data source comes from, by address. */
    SortedMap<String, KeyPath> sources() {
        return Collections.unmodifiableSortedMap(sources);
    }
}
