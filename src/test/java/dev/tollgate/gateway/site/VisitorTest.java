package dev.tollgate.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.engine.Call;
import dev.tollgate.gateway.engine.Header;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorTest {

    private static Visitor visitor(String bind, String host) {
        Call call = new Call(
                "GET", "/", "", List.of(new Header("Host", host)), "", "127.0.0.1", Instant.EPOCH, "0-0-0-0-0");
        return new Visitor(call, "http", HostNames.at(bind));
    }

    /** Bound to another address, it is served to others, who know it by a name; the console stays with addresses. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1 | 127.0.0.1:8080    | true  | true  | http://127.0.0.1:8080",
                "127.0.0.1 | api.example.com   | false | false | http://127.0.0.1",
                "localhost | api.example.com   | false | false | http://127.0.0.1",
                "::1       | api.example.com   | false | false | http://127.0.0.1",
                "0.0.0.0   | api.example.com   | true  | false | http://api.example.com",
                "0.0.0.0   | laptop.local:8080 | true  | false | http://laptop.local:8080",
                "192.0.2.7 | laptop.local:8080 | true  | false | http://laptop.local:8080",
                "0.0.0.0   | a/b               | true  | false | http://127.0.0.1",
                "0.0.0.0   | 192.0.2.7:8080    | true  | true  | http://192.0.2.7:8080"
            })
    void mayCallByANameWhereItIsServedToOthers(String bind, String host, boolean call, boolean look, String site) {
        Visitor visitor = visitor(bind, host);

        assertThat(visitor.mayCall()).isEqualTo(call);
        assertThat(visitor.mayLook()).isEqualTo(look);
        assertThat(visitor.site()).isEqualTo(site);
    }
}
