package dev.tollgate.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the value of a function's environment variable comes from, other than the file. */
public sealed interface VariableSource {

    /** One answer for each kind of source: with a new kind, nobody compiles who has not answered it. */
    interface Cases<T> {
        /** Something of the user pool. */
        T pool(OfPool source);

        /** The id of an app client. */
        T client(OfClient source);

        /** Something of a table. */
        T table(OfTable source);

        /** The name of a secret, which the function reads when it runs. */
        T secret(Secret source);

        /** The name of a parameter, which the function reads when it runs. */
        T parameter(Parameter source);
    }

    /** The answer of {@code cases} for this kind. */
    <T> T match(Cases<T> cases);

    /** {@code id}, {@code arn} or {@code issuer} of the user pool. */
    record OfPool(String attribute) implements VariableSource {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.pool(this);
        }
    }

    /** The id of {@code client}. */
    record OfClient(String client) implements VariableSource {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.client(this);
        }
    }

    /** {@code name} or {@code arn} of {@code table}. */
    record OfTable(String table, String attribute) implements VariableSource {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.table(this);
        }
    }

    /** The secret {@code name} of Secrets Manager. */
    record Secret(String name) implements VariableSource {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.secret(this);
        }
    }

    /** The parameter {@code name} of Systems Manager. */
    record Parameter(String name) implements VariableSource {

        /** Its name in an ARN, which has one slash before it. */
        public String path() {
            return name.startsWith("/") ? name : "/" + name;
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.parameter(this);
        }
    }

    /**
     * The forms in which a file writes them: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html.
     */
    Pattern FORMS = Pattern.compile("user_pool\\.(?<pool>id|arn|issuer)"
            + "|clients\\.(?<client>.+)\\.id"
            + "|tables\\.(?<table>[A-Za-z0-9_.-]+)\\.(?<attribute>name|arn)"
            + "|secret:(?<secret>[A-Za-z0-9/_+=.@-]{1,512})"
            + "|parameter:(?<parameter>/?[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*)");

    /** What {@code written} names; empty where it has none of the forms. */
    static Optional<VariableSource> of(String written) {
        Matcher form = FORMS.matcher(written);
        if (!form.matches()) {
            return Optional.empty();
        }
        if (form.group("pool") != null) {
            return Optional.of(new OfPool(form.group("pool")));
        }
        if (form.group("client") != null) {
            return Optional.of(new OfClient(form.group("client")));
        }
        if (form.group("table") != null) {
            return Optional.of(new OfTable(form.group("table"), form.group("attribute")));
        }
        return Optional.of(
                form.group("secret") != null
                        ? new Secret(form.group("secret"))
                        : new Parameter(form.group("parameter")));
    }
}
