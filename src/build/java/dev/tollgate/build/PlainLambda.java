package dev.tollgate.build;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.V17;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * One lambda: what it captures and makes, the method that it has to have, the one that it calls, and the former's types
 * as they are where it is used.
 */
record PlainLambda(String name, Type captures, Method single, Handle called, Type used) {

    /** The static method that gives an instance. */
    static final String MAKER = "make";

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
        code.visitMethodInsn(operation(), called.getOwner(), called.getName(), called.getDesc(), called.isInterface());
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
