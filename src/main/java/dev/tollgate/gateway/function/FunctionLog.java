package dev.tollgate.gateway.function;

/** Where functions' output goes, line by line and from several threads at once. Nothing in a line steers a terminal. */
public interface FunctionLog {

    /** {@code function} wrote {@code line}, or Tollgate says it of that function. */
    void line(String function, String line);
}
