package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Optional;

/** What a route calls. */
public sealed interface Integration {

    /** One answer for each kind of integration: with a new kind, nobody compiles who has not answered it. */
    interface Cases<T> {
        /** A Lambda function. */
        T lambda(Lambda integration);

        /** An address. */
        T url(Url integration);

        /** An AWS service. */
        T service(Service integration);

        /** A fixed answer. */
        T mock(Mock integration);

        /** It is not known. */
        T undecided(Undecided integration);
    }

    /** The answer of {@code cases} for this kind. */
    <T> T match(Cases<T> cases);

    /** The integration's; the API's own when it comes from an OpenAPI {@code body}. */
    Resource resource();

    /** Terraform's word for it, {@code AWS_PROXY}; empty when it is not known. */
    String type();

    /** Where it leads, as written. */
    Value uri();

    /** The Lambda function, where it is one that is here: {@code aws_lambda_function}, its data source or an alias. */
    Optional<Resource> function();

    /** What {@code integration}, a resource of a REST API, calls. */
    static Integration of(Infrastructure infrastructure, Resource integration) {
        return new Integrations(infrastructure).rest(integration);
    }

    /**
     * A Lambda function.
     *
     * @param proxied whether it is handed the request as it is, {@code AWS_PROXY}, and not what a template makes of it
     */
    record Lambda(Resource resource, boolean proxied, Value uri, Optional<Resource> function) implements Integration {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.lambda(this);
        }

        @Override
        public String type() {
            return proxied ? "AWS_PROXY" : "AWS";
        }
    }

    /** An address that is called, {@code HTTP_PROXY} or {@code HTTP}. */
    record Url(Resource resource, String type, Value uri) implements Integration {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.url(this);
        }

        @Override
        public Optional<Resource> function() {
            return Optional.empty();
        }
    }

    /** An AWS service other than Lambda. */
    record Service(Resource resource, String type, Value uri) implements Integration {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.service(this);
        }

        @Override
        public Optional<Resource> function() {
            return Optional.empty();
        }
    }

    /** A fixed answer of API Gateway's own. */
    record Mock(Resource resource, Value uri) implements Integration {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.mock(this);
        }

        @Override
        public String type() {
            return "MOCK";
        }

        @Override
        public Optional<Resource> function() {
            return Optional.empty();
        }
    }

    /** Its type is not known before apply, or is none that Tollgate knows; a function that it leads to is kept. */
    record Undecided(Resource resource, String type, Value uri, Optional<Resource> function) implements Integration {

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.undecided(this);
        }
    }
}
