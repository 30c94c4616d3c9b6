package dev.tollgate.beside;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What own Terraform says of each name at the top of the stack, and which names that leads to. */
final class OwnTexts {

    private static final Pattern REFERENCE = Pattern.compile("(?<![\\w.-])[\\p{L}_][\\w-]*(?:\\.[\\p{L}_][\\w-]*)+");

    private final SortedMap<String, List<String>> texts = new TreeMap<>();

    OwnTexts(OwnTerraform own) {
        for (OwnTerraform.Placed placed : own.blocks()) {
            for (OwnName name : placed.block().declared()) {
                texts.computeIfAbsent(name.address(), address -> new ArrayList<>())
                        .add(name.text());
            }
        }
    }

    /** All that is said of {@code addresses}, and of what that refers to, and so on; by address. */
    SortedMap<String, List<String>> reached(Collection<String> addresses, Pattern followed) {
        SortedMap<String, List<String>> reached = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(addresses);
        while (!open.isEmpty()) {
            String address = open.pop();
            List<String> said = texts.get(address);
            if (said != null && reached.putIfAbsent(address, said) == null) {
                said.forEach(text -> references(text).stream()
                        .filter(reference -> followed.matcher(reference).lookingAt())
                        .forEach(open::push));
            }
        }
        return reached;
    }

    /** {@code text}, and what the locals say that it leads to. */
    List<String> withLocals(String text) {
        List<String> all = new ArrayList<>(List.of(text));
        Pattern locals = Pattern.compile("local\\.");
        List<String> named = references(text).stream()
                .filter(reference -> locals.matcher(reference).lookingAt())
                .toList();
        reached(named, locals).values().forEach(all::addAll);
        return all;
    }

    /** The addresses that {@code text} may refer to: {@code aws_x.y}, {@code data.aws_x.y}, {@code var.y}. */
    static SortedSet<String> references(String text) {
        SortedSet<String> references = new TreeSet<>();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            String[] parts = matcher.group().split("\\.", -1);
            boolean isLong = parts[0].equals("data") || parts[0].equals("ephemeral");
            if (!isLong) {
                references.add(parts[0] + "." + parts[1]);
            } else if (parts.length > 2) {
                references.add(parts[0] + "." + parts[1] + "." + parts[2]);
            }
        }
        return references;
    }

    /** All of {@code reached} as one text. */
    static String text(Map<String, List<String>> reached) {
        StringBuilder text = new StringBuilder();
        reached.forEach((address, said) -> {
            text.append(address).append('\n');
            said.forEach(one -> text.append(one).append('\n'));
        });
        return text.toString();
    }
}
