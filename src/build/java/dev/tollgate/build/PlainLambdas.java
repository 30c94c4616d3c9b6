package dev.tollgate.build;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.V17;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * Makes a class of every lambda and method reference of the classes in a folder, as an anonymous class would be, and
 * code of records' own methods. Java puts each one together when it is first met, which takes ten times as long as to
 * load a class from an archive; a command meets a thousand of them.
 */
public final class PlainLambdas {

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String MARK = "$$Lambda";
    private static final String MAKER = "make";
    private static final String BODY = "lambda$";

    private final Path folder;

    /** What came of classes, by the path of their file. */
    private final Map<Path, byte[]> written = new TreeMap<>();

    /** By class: those that may see its private methods since. */
    private final Map<String, List<String>> members = new TreeMap<>();

    private int made;

    private PlainLambdas(Path folder) {
        this.folder = folder;
    }

    /** {@code arguments} are a folder of classes and, in it, that of the package whose classes change. */
    public static void main(String[] arguments) throws IOException {
        PlainLambdas step = new PlainLambdas(Path.of(arguments[0]));
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
        for (Map.Entry<Path, byte[]> one : written.entrySet()) {
            Files.write(one.getKey(), one.getValue());
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
                                if (!member.contains(MARK)) {
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
                        super.visitInvokeDynamicInsn(single, captures, bootstrap, arguments);
                        return;
                    }
                    String lambda = name + MARK + count++;
                    members.computeIfAbsent(nest, any -> new ArrayList<>()).add(lambda);
                    written.put(
                            file(lambda),
                            new Lambda(
                                            lambda,
                                            Type.getMethodType(captures),
                                            new Method(single, ((Type) arguments[0]).getDescriptor()),
                                            plain((Handle) arguments[1]),
                                            (Type) arguments[2])
                                    .inNestOf(nest));
                    made++;
                    super.visitMethodInsn(INVOKESTATIC, lambda, MAKER, captures, false);
                }
            };
        }
    }

    /**
     * One lambda: what it captures and makes, the method that it has to have, the one that it calls, and the former's
     * types as they are where it is used.
     */
    private record Lambda(String name, Type captures, Method single, Handle called, Type used) {

        private static final Method INITIALIZER = new Method("<clinit>", "()V");
        private static final Method OBJECT = new Method("<init>", "()V");
        private static final String ONLY = "only";

        private Type own() {
            return Type.getObjectType(name);
        }

        private Method constructor() {
            return new Method("<init>", Type.VOID_TYPE, captures.getArgumentTypes());
        }

        byte[] inNestOf(String nest) {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            writer.visit(V17, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, "java/lang/Object", new String[] {
                captures.getReturnType().getInternalName()
            });
            writer.visitNestHost(nest);
            Type[] captured = captures.getArgumentTypes();
            for (int i = 0; i < captured.length; i++) {
                writer.visitField(ACC_PRIVATE | ACC_FINAL, "c" + i, captured[i].getDescriptor(), null, null)
                        .visitEnd();
            }
            construct(writer, captured);
            make(writer, captured);
            call(writer, captured);
            writer.visitEnd();
            return writer.toByteArray();
        }

        private static GeneratorAdapter method(ClassWriter writer, int access, Method method) {
            return new GeneratorAdapter(
                    access, method, writer.visitMethod(access, method.getName(), method.getDescriptor(), null, null));
        }

        private void construct(ClassWriter writer, Type[] captured) {
            GeneratorAdapter code = method(writer, ACC_PRIVATE, constructor());
            code.visitCode();
            code.loadThis();
            code.invokeConstructor(Type.getType(Object.class), OBJECT);
            for (int i = 0; i < captured.length; i++) {
                code.loadThis();
                code.loadArg(i);
                code.putField(own(), "c" + i, captured[i]);
            }
            code.returnValue();
            code.endMethod();
        }

        /** What captures nothing is made once. */
        private void make(ClassWriter writer, Type[] captured) {
            if (captured.length == 0) {
                writer.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, ONLY, own().getDescriptor(), null, null)
                        .visitEnd();
                GeneratorAdapter code = method(writer, ACC_STATIC, INITIALIZER);
                code.visitCode();
                created(code);
                code.putStatic(own(), ONLY, own());
                code.returnValue();
                code.endMethod();
            }
            GeneratorAdapter code = method(writer, ACC_STATIC, new Method(MAKER, captures.getDescriptor()));
            code.visitCode();
            if (captured.length == 0) {
                code.getStatic(own(), ONLY, own());
            } else {
                created(code);
            }
            code.returnValue();
            code.endMethod();
        }

        private void created(GeneratorAdapter code) {
            code.newInstance(own());
            code.dup();
            code.loadArgs();
            code.invokeConstructor(own(), constructor());
        }

        private void call(ClassWriter writer, Type[] captured) {
            GeneratorAdapter code = method(writer, ACC_PUBLIC, single);
            code.visitCode();
            Type target = Type.getObjectType(called.getOwner());
            List<Type> wanted = new ArrayList<>();
            boolean constructs = called.getTag() == Opcodes.H_NEWINVOKESPECIAL;
            if (constructs) {
                code.newInstance(target);
                code.dup();
            } else if (called.getTag() != Opcodes.H_INVOKESTATIC) {
                wanted.add(target);
            }
            wanted.addAll(List.of(Type.getArgumentTypes(called.getDesc())));
            for (int i = 0; i < captured.length; i++) {
                code.loadThis();
                code.getField(own(), "c" + i, captured[i]);
                converted(code, captured[i], captured[i], wanted.get(i));
            }
            Type[] given = single.getArgumentTypes();
            for (int i = 0; i < given.length; i++) {
                code.loadArg(i);
                converted(code, given[i], used.getArgumentTypes()[i], wanted.get(captured.length + i));
            }
            code.visitMethodInsn(
                    operation(), called.getOwner(), called.getName(), called.getDesc(), called.isInterface());
            Type result = constructs ? target : Type.getReturnType(called.getDesc());
            if (single.getReturnType() == Type.VOID_TYPE) {
                pop(code, result);
            } else {
                converted(code, result, result, single.getReturnType());
            }
            code.returnValue();
            code.endMethod();
        }

        /** A nested class calls a private method of its host as any other. */
        private int operation() {
            return switch (called.getTag()) {
                case Opcodes.H_INVOKESTATIC -> INVOKESTATIC;
                case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
                case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE, Opcodes.H_INVOKESPECIAL ->
                    called.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
                default -> throw new IllegalStateException(name + " calls " + called);
            };
        }

        private static void pop(GeneratorAdapter code, Type result) {
            if (result.getSize() == 2) {
                code.pop2();
            } else if (result.getSize() == 1) {
                code.pop();
            }
        }

        /** A value of type {@code from}, known to be {@code as}, becomes one of {@code to}. */
        private static void converted(GeneratorAdapter code, Type from, Type as, Type to) {
            if (isPrimitive(from)) {
                if (isPrimitive(to)) {
                    code.cast(from, to);
                } else {
                    code.valueOf(from);
                }
                return;
            }
            Type known = isPrimitive(as) ? from : as;
            if (!known.equals(from)) {
                code.checkCast(known);
            }
            if (!isPrimitive(to)) {
                if (!to.equals(known)) {
                    code.checkCast(to);
                }
                return;
            }
            Type unboxed = unboxed(known, to);
            code.unbox(unboxed);
            code.cast(unboxed, to);
        }

        private static boolean isPrimitive(Type type) {
            return type.getSort() < Type.ARRAY;
        }

        /** What {@code boxed} holds; {@code otherwise} where its type does not say. */
        private static Type unboxed(Type boxed, Type otherwise) {
            return switch (boxed.getInternalName()) {
                case "java/lang/Boolean" -> Type.BOOLEAN_TYPE;
                case "java/lang/Character" -> Type.CHAR_TYPE;
                case "java/lang/Byte" -> Type.BYTE_TYPE;
                case "java/lang/Short" -> Type.SHORT_TYPE;
                case "java/lang/Integer" -> Type.INT_TYPE;
                case "java/lang/Long" -> Type.LONG_TYPE;
                case "java/lang/Float" -> Type.FLOAT_TYPE;
                case "java/lang/Double" -> Type.DOUBLE_TYPE;
                default -> otherwise;
            };
        }
    }
}
