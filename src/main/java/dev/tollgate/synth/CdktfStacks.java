package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.$Module;
import java.nio.file.Path;
import java.util.List;
import software.amazon.jsii.Jsii;
import software.amazon.jsii.JsiiEngine;
import software.amazon.jsii.JsiiModule;
import software.amazon.jsii.JsiiObject;
import software.amazon.jsii.Kernel;
import software.amazon.jsii.NativeType;

/** Stacks that CDKTF makes and writes into one folder: the Java side of {@code src/main/cdktf}. */
@Jsii(module = CdktfStacks.Module.class, fqn = "tollgate.Stacks")
final class CdktfStacks extends JsiiObject {

    CdktfStacks(Path folder) {
        super(InitializationMode.JSII);
        JsiiEngine.getInstance().createNewObject(this, folder.toString());
    }

    /** Where they are written. */
    Path folder() {
        return Path.of(Kernel.get(this, "folder", NativeType.forClass(String.class)));
    }

    /** Makes the stack {@code name} of {@code elements}, which {@link Elements} writes. */
    void make(String name, String elements) {
        Kernel.call(this, "make", NativeType.VOID, name, elements);
    }

    void write() {
        Kernel.call(this, "write", NativeType.VOID);
    }

    /** The script's package, as the runtime loads it. */
    public static final class Module extends JsiiModule {

        /** For the runtime. */
        public Module() {
            super("tollgate", "0.0.0", Module.class, "stacks.jsii.tgz");
        }

        @Override
        protected List<Class<? extends JsiiModule>> getDependencies() {
            return List.of($Module.class);
        }

        @Override
        protected Class<?> resolveClass(String fqn) throws ClassNotFoundException {
            throw new ClassNotFoundException("the script gives no objects to Java: " + fqn);
        }
    }
}
