package dev.tollgate.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The build step that makes classes of lambdas, run as the build runs it on a folder of classes. */
@NullMarked
final class PlainClassesStepTest {

    /**
     * Every kind of method that a lambda can call, every way in which its types can differ from what is wanted, and
     * records of every type.
     */
    private static final String SAMPLE = """
            package sample;

            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;

            public class Sample {
                private final String own;

                Sample(String own) { this.own = own; }

                interface Named { String name(); default Supplier<String> twice() { return () -> name() + hidden(); }
                    private String hidden() { return name(); } static Named of(String text) { return () -> text; } }
                record All(byte b, short s, char c, int i, long l, float f, double d, boolean z, String text, List<String> list) {}
                record None() {}
                interface Marked {}
                interface Wide<T> { Object of(T t); }
                interface Narrow extends Wide<String> { String of(String s); }
                static class Other { static List<Object> all() {
                    Runnable marked = (Runnable & Marked) () -> {}; marked.run();
                    Narrow narrow = text -> text + "!"; Wide<String> wide = narrow;
                    return List.of(marked instanceof Marked, narrow.of("a"), wide.of("b")); } }
                static class Kept { static Runnable of(List<Object> seen) {
                    Runnable plain = () -> seen.add("beside one that is serializable");
                    plain.run();
                    return (Runnable & java.io.Serializable) () -> seen.add("serializable"); } }
                record Pair<A, B>(A first, B second) implements Named { public String name() { return first + "/" + second; } }
                static class Base { protected String inherited() { return "inherited"; } }
                static class Derived extends Base { Supplier<String> above() { return super::inherited; }
                    Supplier<String> own() { return this::inherited; } }
                interface Three<A, B, C, R> { R of(A a, B b, C c); }
                interface Longs { long of(long a, double b); }

                private String secret(String with) { return own + with; }
                private static int doubled(int i) { return 2 * i; }
                private static long sum(long a, int b) { return a + b; }
                private Supplier<String> nested() {
                    return new Supplier<>() { public String get() { return ((Supplier<String>) () -> secret("!")).get(); } };
                }

                static List<Object> all() {
                    List<Object> seen = new ArrayList<>();
                    Sample sample = new Sample("x");
                    byte b = 1; short s = 2; char c = 'c'; int i = 3; long l = 4; float f = 5; double d = 6; boolean z = true;
                    Supplier<List<Object>> captures = () -> List.of(b, s, c, i, l, f, d, z, sample.own);
                    seen.add(captures.get());
                    Function<String, String> bound = sample::secret;
                    BiFunction<Sample, String, String> unbound = Sample::secret;
                    seen.add(bound.apply("1") + unbound.apply(sample, "2"));
                    Function<Integer, Integer> boxed = Sample::doubled;
                    IntFunction<Object> up = Sample::doubled;
                    IntToLongFunction widened = Sample::doubled;
                    ToDoubleFunction<Integer> unboxed = Sample::doubled;
                    ToLongBiFunction<Short, Byte> small = (x, y) -> x + y;
                    seen.add(List.of(boxed.apply(1), up.apply(2), widened.applyAsLong(3), unboxed.applyAsDouble(4)));
                    seen.add(small.applyAsLong((short) 1, (byte) 2));
                    BiFunction<Long, Integer, Long> mixed = Sample::sum;
                    Longs longs = (x, y) -> x + (long) y;
                    seen.add(List.of(mixed.apply(5L, 6), longs.of(7, 8.0)));
                    Function<String, Sample> made = Sample::new;
                    BiFunction<String, Integer, Pair<String, Integer>> pair = Pair::new;
                    Supplier<Map<String, List<Integer>>> map = TreeMap::new;
                    IntFunction<String[]> array = String[]::new;
                    seen.add(made.apply("made").own + pair.apply("p", 1).name() + map.get() + array.apply(2).length);
                    Consumer<List<Object>> dropped = List::size;
                    Predicate<String> wide = Boolean::parseBoolean;
                    ObjLongConsumer<List<Object>> put = (list, value) -> list.add(value);
                    LongSupplier dropsNothing = System::nanoTime;
                    Runnable dropsLong = System::nanoTime;
                    dropped.accept(seen); put.accept(seen, 9L); dropsLong.run();
                    seen.add(wide.test("true") && dropsNothing.getAsLong() != 0);
                    Named named = Named.of("named");
                    seen.add(named.twice().get() + new Pair<>(1, 2).twice().get());
                    seen.add(new Derived().above().get() + new Derived().own().get() + sample.nested().get());
                    Three<String, Integer, Long, String> three = (x, y, w) -> x + y + w;
                    seen.add(three.of("a", 1, 2L));
                    Comparator<Map.Entry<String, Integer>> order = Map.Entry.<String, Integer>comparingByValue().reversed();
                    seen.add(Map.of("a", 1, "b", 2).entrySet().stream().sorted(order).map(Map.Entry::getKey).collect(Collectors.joining()));
                    Supplier<Supplier<String>> inner = () -> () -> sample.own + i;
                    seen.add(inner.get().get());
                    Kept.of(seen).run();
                    seen.add(same() == same());
                    seen.add(Other.all());
                    record Here(int one, Object two) { @Override public int hashCode() { return 7; } }
                    All one = new All((byte) 1, (short) 2, 'c', 3, 4L, Float.NaN, -0.0, true, null, List.of("x"));
                    All two = new All((byte) 1, (short) 2, 'c', 3, 4L, Float.NaN, -0.0, true, null, List.of("x"));
                    All other = new All((byte) 1, (short) 2, 'c', 3, 4L, Float.NaN, 0.0, true, null, List.of("x"));
                    seen.add(List.of(one, one.hashCode(), one.equals(two), one.equals(other), one.equals("x"), one.equals(null)));
                    seen.add(List.of(new None(), new None().hashCode(), new None().equals(new None())));
                    seen.add(List.of(new Here(1, "x"), new Here(1, "x").hashCode(), new Here(1, "x").equals(new Here(1, 2L))));
                    try {
                        ((Function) boxed).apply("no number");
                    } catch (ClassCastException e) {
                        seen.add("no number is refused");
                    }
                    return seen;
                }

                private static Object same() { Runnable nothing = () -> {}; return nothing; }

                public static void main(String[] arguments) { System.out.println(all()); }
            }
            """;

    @TempDir
    private Path work;

    @Test
    void doesWhatJavaDoes() throws Exception {
        compile(SAMPLE);
        String before = run();
        assertThat(dynamic(classes())).hasSizeGreaterThan(30);

        assertThat(step()).matches("\\d\\d lambdas have a class\\s+");

        assertThat(run()).isEqualTo(before).contains("no number is refused");
        assertThat(dynamic(classes())).containsOnly("altMetafactory");
    }

    @Test
    void doesNothingTwiceAndForgetsWhatIsGone() throws Exception {
        compile(SAMPLE);
        step();
        List<Path> first = files();

        assertThat(step()).startsWith("0 lambdas");
        assertThat(files()).isEqualTo(first);

        compile("package sample; public class Sample { static Runnable one() { return () -> {}; } }");
        step();

        assertThat(files())
                .filteredOn(file -> file.getFileName().toString().contains("Sample$$Lambda"))
                .hasSize(1);
    }

    /** What is packaged is what the step made: no class of Tollgate leaves a lambda to Java. */
    @Test
    void leavesNoneOfTollgates() throws IOException {
        assertThat(dynamic(Path.of("target", "classes", "dev", "tollgate"))).doesNotContain("metafactory", "bootstrap");
    }

    private Path classes() {
        return work.resolve("classes");
    }

    private void compile(String source) throws IOException {
        Path file = Files.writeString(work.resolve("Sample.java"), source);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        said,
                        said,
                        "-proc:none",
                        "--release",
                        "17",
                        "-d",
                        classes().toString(),
                        file.toString());
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    private String step() throws Exception {
        return new BuildProgram("PlainClasses").run(work, classes(), Path.of("sample"));
    }

    private String run() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes().toString(),
                        "sample.Sample")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(classes())) {
            return files.sorted().toList();
        }
    }

    /** What the classes in {@code folder} have put together when they run. */
    private static List<String> dynamic(Path folder) throws IOException {
        List<String> called = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            new ClassReader(Files.readAllBytes(file))
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access, String name, String type, String generic, String[] exceptions) {
                                    return new MethodVisitor(Opcodes.ASM9) {
                                        @Override
                                        public void visitInvokeDynamicInsn(
                                                String single, String captures, Handle bootstrap, Object... rest) {
                                            if (bootstrap.getOwner().matches(".*/(LambdaMetafactory|ObjectMethods)")) {
                                                called.add(bootstrap.getName());
                                            }
                                        }
                                    };
                                }
                            },
                            ClassReader.SKIP_DEBUG);
        }
        return called;
    }
}
