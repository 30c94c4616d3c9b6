package dev.tollgate.init;

/** A function that routes of a new environment call. */
public sealed interface Function {

    /** The name that routes call it by. */
    String id();

    /** There already, made by other means. */
    record Existing(String id, String functionName) implements Function {}

    /** Made from source, a starter unless the folder is there. */
    record Source(String id, Language language) implements Function {

        /** The folder of its source. */
        public String folder() {
            return "lambdas/" + id;
        }
    }
}
