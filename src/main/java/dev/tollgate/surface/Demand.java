package dev.tollgate.surface;

/**
 * What a route requires, in the words that are used wherever it is said.
 *
 * @param label where there is little room, in a picture or a table: {@code scope books/read}
 * @param required what is required, in a sentence: {@code the scope `books/read`}
 * @param clause what comes behind the route in a sentence: {@code requires the scope `books/read`}
 */
public record Demand(String label, String required, String clause) {

    static Demand of(Gate gate) {
        Demand demand = gate.access().match(new Wording(gate.kind()));
        return gate.apiKey() ? demand.withApiKey(gate.access().isOpen()) : demand;
    }

    private static Demand requiring(String label, String required) {
        return new Demand(label, required, "requires " + required);
    }

    private Demand withApiKey(boolean alone) {
        return alone
                ? requiring("anyone with an API key", "an API key")
                : new Demand(label + ", and an API key", required + " and an API key", clause + " and an API key");
    }

    private record Wording(Api.Kind kind) implements Access.Cases<Demand> {

        @Override
        public Demand open(Access.Open access) {
            return new Demand("anyone", "nothing", "is open to anyone");
        }

        @Override
        public Demand token(Access.Token access) {
            Scopes scopes = access.scopes();
            if (scopes.isNone()) {
                return kind == Api.Kind.REST ? requiring("ID token", "an ID token") : requiring("any token", "a token");
            }
            if (scopes.names().isEmpty()) {
                return requiring("scopes not known yet", "scopes that are not known yet");
            }
            return requiring(
                    "scope " + String.join(" or ", scopes.names()) + (scopes.certain() ? "" : " or …"),
                    "the scope `" + String.join("` or `", scopes.names()) + "`"
                            + (scopes.certain() ? "" : " or another that is not known yet"));
        }

        @Override
        public Demand iam(Access.Iam access) {
            return requiring("AWS signature", "an AWS signature");
        }

        @Override
        public Demand custom(Access.Custom access) {
            return requiring("Lambda authorizer", "what a Lambda authorizer accepts");
        }

        @Override
        public Demand undecided(Access.Undecided access) {
            return requiring("not known: " + access.because(), "what is not known: " + access.because());
        }
    }
}
