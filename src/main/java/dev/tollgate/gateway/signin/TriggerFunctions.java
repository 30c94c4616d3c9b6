package dev.tollgate.gateway.signin;

/** The functions that a pool calls. */
public interface TriggerFunctions {

    /** What function {@code name} answers to {@code event}, both JSON. */
    String invoke(String name, String event) throws Failed;

    /** Why there is no answer. */
    final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean thrown;

        /** {@code thrown} says that the function's own code ended so. */
        public Failed(String message, boolean thrown) {
            super(message, null, false, false);
            this.thrown = thrown;
        }

        boolean isThrown() {
            return thrown;
        }
    }
}
