package dev.tollgate.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProjectPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"..", "../a", "a/../../b", "/a", "~/a", "C:\\a", "a\\..\\..\\b", "./.."})
    void leavesTheProject(String path) {
        assertThat(ProjectPath.leaves(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "./a", "a/b/", "a/../b", "a//b/..", "..a", "."})
    void staysInTheProject(String path) {
        assertThat(ProjectPath.leaves(path)).isFalse();
    }
}
