package dev.tollgate.model;

import java.util.List;

/** Where the code of a function that this environment makes comes from. */
public sealed interface FunctionCode {

    /** The path that the file names, relative to where Tollgate is run; empty where it is not here. */
    String path();

    /** The key that decides what is deployed. */
    String key();

    /** All that it consists of: a record's own hash is made at run time, which takes 5 % of a {@code validate}. */
    default List<String> identity() {
        return List.of(key(), path());
    }

    /** A folder that is packed as it is. */
    record Source(String path) implements FunctionCode {

        @Override
        public String key() {
            return "source";
        }
    }

    /** A zip or jar that is taken as it is, or a folder that is packed. */
    record Ready(String path) implements FunctionCode {

        @Override
        public String key() {
            return "package";
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
        public String key() {
            return "build";
        }

        @Override
        public List<String> identity() {
            return List.of(key(), path, command, output);
        }
    }

    /** A container image in a registry, by its digest. */
    record Image(String uri) implements FunctionCode {

        @Override
        public String path() {
            return "";
        }

        @Override
        public String key() {
            return "image";
        }

        @Override
        public List<String> identity() {
            return List.of(key(), uri);
        }
    }
}
