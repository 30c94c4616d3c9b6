package dev.tollgate.build;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/** A record's own {@code equals}, {@code hashCode} and {@code toString} as code, with the results that Java's have. */
record PlainRecord(Type own, List<Handle> components) {

    static final String BOOTSTRAP = "java/lang/runtime/ObjectMethods";

    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type TEXT = Type.getType(StringBuilder.class);

    /** The record of which {@code arguments} of the bootstrap method speak. */
    static PlainRecord of(Object... arguments) {
        return new PlainRecord(
                (Type) arguments[0],
                Stream.of(arguments).skip(2).map(Handle.class::cast).toList());
    }

    /** The method that {@link #write} adds for the record's method {@code name}. */
    static String nameOf(String name) {
        return "record$" + name;
    }

    /** Adds a static method for the record's method {@code name}, whose first argument is the record. */
    void write(ClassVisitor host, String name, String descriptor) {
        Method method = new Method(nameOf(name), descriptor);
        int access = ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC;
        GeneratorAdapter code = new GeneratorAdapter(
                access, method, host.visitMethod(access, method.getName(), descriptor, null, null));
        code.visitCode();
        switch (name) {
            case "equals" -> isEqual(code);
            case "hashCode" -> hash(code);
            case "toString" -> text(code);
            default -> throw new IllegalStateException(own + " has a method " + name);
        }
        code.returnValue();
        code.endMethod();
    }

    private void isEqual(GeneratorAdapter code) {
        Label same = new Label();
        code.loadArg(1);
        code.instanceOf(own);
        code.visitJumpInsn(Opcodes.IFNE, same);
        code.push(false);
        code.returnValue();
        code.visitLabel(same);
        Object[] locals = {own.getInternalName(), OBJECT.getInternalName()};
        code.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]);
        code.push(true);
        for (Handle component : components) {
            code.loadArg(0);
            boxed(code, component);
            code.loadArg(1);
            code.checkCast(own);
            boxed(code, component);
            code.invokeStatic(Type.getType(Objects.class), Method.getMethod("boolean equals(Object, Object)"));
            code.math(GeneratorAdapter.AND, Type.INT_TYPE);
        }
    }

    private void hash(GeneratorAdapter code) {
        code.push(0);
        for (Handle component : components) {
            code.push(31);
            code.math(GeneratorAdapter.MUL, Type.INT_TYPE);
            code.loadArg(0);
            boxed(code, component);
            code.invokeStatic(Type.getType(Objects.class), Method.getMethod("int hashCode(Object)"));
            code.math(GeneratorAdapter.ADD, Type.INT_TYPE);
        }
    }

    private void text(GeneratorAdapter code) {
        String name = own.getInternalName().replaceFirst(".*[/$]", "").replaceFirst("^[0-9]+", "");
        code.newInstance(TEXT);
        code.dup();
        code.push(name + "[");
        code.invokeConstructor(TEXT, Method.getMethod("void <init>(String)"));
        String separator = "";
        for (Handle component : components) {
            append(code, separator + component.getName() + "=");
            code.loadArg(0);
            boxed(code, component);
            code.invokeVirtual(TEXT, Method.getMethod("StringBuilder append(Object)"));
            separator = ", ";
        }
        append(code, "]");
        code.invokeVirtual(OBJECT, Method.getMethod("String toString()"));
    }

    private static void append(GeneratorAdapter code, String text) {
        code.push(text);
        code.invokeVirtual(TEXT, Method.getMethod("StringBuilder append(String)"));
    }

    private void boxed(GeneratorAdapter code, Handle component) {
        Type type = Type.getType(component.getDesc());
        code.getField(own, component.getName(), type);
        if (type.getSort() < Type.ARRAY) {
            code.valueOf(type);
        }
    }
}
