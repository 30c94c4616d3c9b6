package dev.tollgate.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.signin.PoolEndpoint;
import dev.tollgate.gateway.signin.PoolMemory;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.LocalUser;
import dev.tollgate.gateway.token.PoolPeople;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code serve --keep} keeps of a pool from one start to the next. */
class PoolMemoriesTest {

    private static final String POOL = "eu-west-1_AbCdEfGhI";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    /** A start of {@code serve}, with {@code users}. */
    private PoolMemory started(LocalUser... users) {
        PoolMemory memory = new PoolMemories(Optional.of(folder)).of(POOL, CLOCK, random);
        LocalPool pool = new LocalPool("eu-west-1", POOL, List.of(), List.of(), List.of(users), PoolPeople.PLAIN);
        assertThat(new PoolEndpoint(
                                pool,
                                memory,
                                new PoolEndpoint.Setting(
                                        (name, event) -> "", (to, text) -> {}, Set.of(), CLOCK, random))
                        .people())
                .extracting(person -> person.path("name").asText())
                .containsExactly("ada");
        return memory;
    }

    @Test
    void keepsPeopleAndKeysForTheOwnerAlone() throws IOException {
        PoolMemory before = started(new LocalUser("ada", "Correct-Horse-1", new TreeMap<>(), List.of()));

        PoolMemory after = started();

        assertThat(after.keys().jwks()).isEqualTo(before.keys().jwks());
        Path file = folder.resolve(POOL + ".json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file).content().doesNotContain("Correct-Horse-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[1]", "{\"keys\": {\"id\": {}, \"access\": {}}}"})
    void saysWhichFileIsNotItsOwn(String content) throws IOException {
        Path file = Files.writeString(folder.resolve(POOL + ".json"), content);

        assertThatThrownBy(() -> new PoolMemories(Optional.of(folder)).of(POOL, CLOCK, random))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot read `" + file + "`");
    }
}
