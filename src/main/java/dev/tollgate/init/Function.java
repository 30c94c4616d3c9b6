package dev.tollgate.init;

/** A function that routes of a new environment call. */
public sealed interface Function {

    /** The name that routes call it by. */
    String id();

    /** There already, made by other means. */
    record Existing(String id, String functionName) implements Function {}

    /**
     * Made from source, a starter unless the folder is there.
     *
     * @param folder of the source, relative to the project
     */
    record Source(String id, String folder, Language language) implements Function {

        /** The function {@code id} of the folder that is called like it. */
        public static Source of(String id, Language language) {
            return new Source(id, "lambdas/" + id, language);
        }
    }
}
