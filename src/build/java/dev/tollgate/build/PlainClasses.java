package dev.tollgate.build;

import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.Method;

/**
 * Makes a class of every lambda and method reference of the classes in a folder, as an anonymous class would be, and
 * code of records' own methods. Java puts each one together when it is first met, which takes ten times as long as to
 * load a class from an archive; a command meets a thousand of them.
 */
public final class PlainClasses {

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String MARK = "$$Lambda";
    private static final String BODY = "lambda$";

    private final Path folder;

    /** What came of classes, by the path of their file. */
    private final Map<Path, byte[]> written = new TreeMap<>();

    /** By class: those that may see its private methods since. */
    private final Map<String, List<String>> members = new TreeMap<>();

    private int made;

    private PlainClasses(Path folder) {
        this.folder = folder;
    }

    /** {@code arguments} are a folder of classes and, in it, that of the package whose classes change. */
    public static void main(String[] arguments) throws IOException {
        PlainClasses step = new PlainClasses(Path.of(arguments[0]));
        step.all(Path.of(arguments[0]).resolve(arguments[1]));
        System.out.println(step.made + " lambdas have a class");
    }

    private void all(Path changed) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(changed)) {
            files = walk.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
        forget(files);
        for (Path file : files) {
            if (isMade(file)) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(file);
            if (text(bytes).contains(METAFACTORY) || text(bytes).contains(PlainRecord.BOOTSTRAP)) {
                change(file, bytes);
            }
        }
        for (Map.Entry<String, List<String>> host : members.entrySet()) {
            admit(host.getKey(), host.getValue());
        }
        // Whoever is stopped in between finds classes that are as before: what refers to others comes last.
        write(PlainClasses::isMade);
        write(file -> members.containsKey(name(file)));
        write(file -> true);
    }

    private void write(Predicate<Path> which) throws IOException {
        List<Path> now = written.keySet().stream().filter(which).toList();
        for (Path file : now) {
            Files.write(file, written.remove(file));
        }
    }

    private static boolean isMade(Path file) {
        return file.toString().contains(MARK);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Deletes what was made for an earlier compilation: the outermost class does not know it any more. */
    private static void forget(List<Path> files) throws IOException {
        for (Path file : files) {
            if (isMade(file)) {
                String name = file.getFileName().toString();
                Path outermost = file.resolveSibling(name.substring(0, name.indexOf('$')) + ".class");
                String member = name.substring(0, name.length() - ".class".length());
                if (!Files.exists(outermost)
                        || !text(Files.readAllBytes(outermost)).contains(member)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".class");
    }

    private String name(Path file) {
        String path = folder.relativize(file).toString();
        return path.substring(0, path.length() - ".class".length());
    }

    private void change(Path file, byte[] bytes) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        new ClassReader(bytes).accept(new Host(writer, text(bytes).contains("$deserializeLambda$")), 0);
        written.put(file, writer.toByteArray());
    }

    /** Lets {@code classes} see the private methods of {@code host} and of what is nested in it. */
    private void admit(String host, List<String> classes) throws IOException {
        Path file = file(host);
        byte[] bytes = written.containsKey(file) ? written.get(file) : Files.readAllBytes(file);
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(ASM9, writer) {
                            @Override
                            public void visitNestMember(String member) {
                                if (!classes.contains(member)) {
                                    super.visitNestMember(member);
                                }
                            }

                            @Override
                            public void visitEnd() {
                                classes.forEach(super::visitNestMember);
                                super.visitEnd();
                            }
                        },
                        0);
        written.put(file, writer.toByteArray());
    }

    /** A class with lambdas, while it is read. */
    private final class Host extends ClassVisitor {

        private String name = "";
        private String nest = "";
        private final boolean isSerializable;
        private int count;

        /** Its methods of a record, and what they are about. */
        private final Map<String, String> ofRecord = new TreeMap<>();

        private PlainRecord self = new PlainRecord(Type.VOID_TYPE, List.of());

        /** Where lambdas are serialized, {@code isSerializable}, their bodies are known by name. */
        Host(ClassVisitor next, boolean isSerializable) {
            super(ASM9, next);
            this.isSerializable = isSerializable;
        }

        @Override
        public void visit(int version, int access, String own, String signature, String parent, String[] interfaces) {
            name = own;
            nest = own;
            super.visit(version, access, own, signature, parent, interfaces);
        }

        private boolean isBody(String method) {
            return !isSerializable && method.startsWith(BODY);
        }

        /**
         * A lambda's body is a method as any other now: who reads classes looks for those of lambdas where Java calls
         * them.
         */
        private String plain(String method) {
            return isBody(method) ? "in$" + method.substring(BODY.length()) : method;
        }

        private Handle plain(Handle called) {
            return called.getOwner().equals(name)
                    ? new Handle(called.getTag(), name, plain(called.getName()), called.getDesc(), called.isInterface())
                    : called;
        }

        /** Those of a lambda that stays Java's, whose body has another name all the same. */
        private Object[] plain(Object... arguments) {
            return Stream.of(arguments)
                    .map(argument -> argument instanceof Handle called ? plain(called) : argument)
                    .toArray();
        }

        @Override
        public void visitNestHost(String host) {
            nest = host;
            super.visitNestHost(host);
        }

        @Override
        public void visitEnd() {
            ofRecord.forEach((method, descriptor) -> self.write(cv, method, descriptor));
            super.visitEnd();
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            int seen = isBody(method) ? access & ~ACC_SYNTHETIC : access;
            return new MethodVisitor(ASM9, super.visitMethod(seen, plain(method), descriptor, signature, exceptions)) {
                @Override
                public void visitInvokeDynamicInsn(
                        String single, String captures, Handle bootstrap, Object... arguments) {
                    if (bootstrap.getOwner().equals(PlainRecord.BOOTSTRAP)) {
                        ofRecord.put(single, captures);
                        self = PlainRecord.of(arguments);
                        super.visitMethodInsn(INVOKESTATIC, name, PlainRecord.nameOf(single), captures, false);
                        return;
                    }
                    if (!bootstrap.getOwner().equals(METAFACTORY)
                            || !bootstrap.getName().equals("metafactory")) {
                        super.visitInvokeDynamicInsn(single, captures, bootstrap, plain(arguments));
                        return;
                    }
                    String lambda = name + MARK + count++;
                    members.computeIfAbsent(nest, any -> new ArrayList<>()).add(lambda);
                    written.put(
                            file(lambda),
                            new PlainLambda(
                                            lambda,
                                            Type.getMethodType(captures),
                                            new Method(single, ((Type) arguments[0]).getDescriptor()),
                                            plain((Handle) arguments[1]),
                                            (Type) arguments[2])
                                    .inNestOf(nest));
                    made++;
                    super.visitMethodInsn(INVOKESTATIC, lambda, PlainLambda.MAKER, captures, false);
                }
            };
        }
    }
}
