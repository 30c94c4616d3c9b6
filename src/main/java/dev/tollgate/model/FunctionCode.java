package dev.tollgate.model;

/** Where the code of a function that this environment makes comes from. */
public sealed interface FunctionCode {

    /** One answer for each origin: with a new one, nobody compiles who has not answered it. */
    interface Cases<T> {
        /** Packed as it is. */
        T source(Source code);

        /** Ready: made by other means. */
        T ready(Ready code);

        /** Made here, by a command. */
        T built(Built code);
    }

    /** The answer of {@code cases} for this origin. */
    <T> T match(Cases<T> cases);

    /** The path that the file names, relative to where Tollgate is run. */
    String path();

    /** A folder that is packed as it is. */
    record Source(String path) implements FunctionCode {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.source(this);
        }
    }

    /** A zip or jar that is taken as it is, or a folder that is packed. */
    record Ready(String path) implements FunctionCode {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.ready(this);
        }
    }

    /**
     * What a command makes of a folder.
     *
     * @param command what is run in a clean copy of the folder
     * @param output what it makes, seen from the copy; the whole copy where that is {@code .}
     */
    record Built(String path, String command, String output) implements FunctionCode {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.built(this);
        }
    }
}
