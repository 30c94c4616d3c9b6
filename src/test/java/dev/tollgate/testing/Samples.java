package dev.tollgate.testing;

import dev.tollgate.schema.Attribute;
import dev.tollgate.schema.Limit;
import dev.tollgate.schema.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Values of the schema's types within their limits, drawn by chance. It knows types and limits, no keys: a new key gets
 * values without being named here.
 */
final class Samples {

    /** Texts of every shape that a limit asks for; a limit takes those that it admits. */
    private static final List<String> TEXTS = List.of(
            "books",
            "functions.books",
            "functions.library",
            "arn:aws:lambda:eu-west-1:111122223333:layer:shared:3",
            "arn:aws:lambda:eu-west-1:111122223333:layer:fonts:12",
            "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0a1b2c3d4e5f60718",
            "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-4e5f6a7b8c9d0a1b2",
            "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:" + "0a".repeat(32),
            "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:" + "1b".repeat(32),
            "user_pool.id",
            "clients.people",
            "orders",
            "shop",
            "people",
            "site_2",
            "Team-3",
            "eu-west-1",
            "eu-central-1",
            "us-east-1",
            "$default",
            "/auth/shared",
            "/auth/other",
            "eu-west-1_AbCdEf123",
            "eu-west-1_ZyXwVu987",
            "https://issuer.example.com/realms/shop",
            "https://login.example.com",
            "app.handler",
            "index.handler",
            "arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-0a1b2c3d4e5f60718",
            "arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-4e5f6a7b8c9d0a1b2",
            "/mnt/files",
            "/mnt/models",
            "subnet-0a1b2c3d",
            "subnet-4e5f6a7b",
            "sg-0a1b2c3d",
            "sg-4e5f6a7b",
            "api.example.com",
            "auth.example.com",
            "example.com",
            "45m",
            "1h30m",
            "2027-01-31",
            "2028-02-29",
            "Authorization",
            "X-Request-Id",
            "arn:aws:iam::111122223333:role/people",
            "arn:aws:iam::111122223333:role/others",
            "arn:aws:ses:eu-west-1:111122223333:identity/example.com",
            "arn:aws:ses:eu-west-1:111122223333:identity/example.org",
            "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d",
            "arn:aws:kms:eu-west-1:111122223333:key/4e5f6a7b",
            "arn:aws:kms:eu-west-1:111122223333:alias/codes",
            "AWS_MANAGED",
            "AWS_OWNED",
            "arn:aws:sqs:eu-west-1:111122223333:lost",
            "arn:aws:sns:eu-west-1:111122223333:lost",
            "arn:aws:sns:eu-west-1:111122223333:news",
            "arn:aws:sqs:eu-west-1:111122223333:orders.fifo",
            "arn:aws:kinesis:eu-west-1:111122223333:stream/clicks",
            "rate(1 day)",
            "cron(0 3 * * ? *)",
            "UTC",
            "Europe/Berlin",
            "variable:google_secret",
            "parameter:/shop/google",
            "secret:shop/google",
            "no-reply@example.com",
            "Shop <shop@example.com>",
            "{username}: {####}",
            "For {username}, {##from here##}, the code ${is} {####}",
            "said in a sentence",
            "said with \"quotes\" and ${nothing}");

    /** What a text without a limit may be. */
    private static final List<String> WORDS = List.of("one", "two", "three", "a few words");

    private final Random random;

    Samples(Random random) {
        this.random = random;
    }

    /** Whether something of a chance of {@code percent} happens. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** At least {@code least} of {@code all}, in their order. */
    <T> List<T> someOf(List<T> all, int least) {
        List<T> some = new ArrayList<>(all);
        int keep = Math.max(least, random.nextInt(all.size() + 1));
        while (some.size() > keep) {
            some.remove(random.nextInt(some.size()));
        }
        return some;
    }

    /** Every required key of {@code type}, and each other one with a chance of a half. */
    SortedMap<String, Object> object(Type.ObjectOf type) {
        SortedMap<String, Object> object = new TreeMap<>();
        for (Attribute attribute : type.attributes()) {
            if (attribute.required() || chance(50)) {
                object.put(attribute.name(), value(attribute));
            }
        }
        return object;
    }

    Object value(Attribute attribute) {
        return value(attribute.type(), attribute.limit());
    }

    /** Another value for {@code attribute} than {@code now}; empty when there is none. */
    Optional<Object> other(Attribute attribute, Object now) {
        for (int attempt = 0; attempt < 20; attempt++) {
            Object value = value(attribute);
            if (!value.equals(now)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private Object value(Type type, Optional<Limit> limit) {
        if (type instanceof Type.Primitive primitive) {
            return primitive(primitive, limit);
        }
        Optional<Limit.Each> each = limit.filter(Limit.Each.class::isInstance).map(Limit.Each.class::cast);
        if (type instanceof Type.ListOf list) {
            Set<Object> items = new LinkedHashSet<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                items.add(value(list.element(), each.flatMap(Limit.Each::items)));
            }
            return new ArrayList<>(items);
        }
        if (type instanceof Type.MapOf map) {
            SortedMap<String, Object> entries = new TreeMap<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                entries.put(
                        text(each.flatMap(Limit.Each::keys), TEXTS),
                        value(map.element(), each.flatMap(Limit.Each::items)));
            }
            return entries;
        }
        return object((Type.ObjectOf) type);
    }

    private Object primitive(Type.Primitive type, Optional<Limit> limit) {
        return switch (type) {
            case BOOL -> random.nextBoolean();
            case NUMBER -> number(limit);
            case STRING -> text(limit, WORDS);
        };
    }

    private BigDecimal number(Optional<Limit> limit) {
        if (limit.isPresent() && limit.get() instanceof Limit.OneOf words) {
            return new BigDecimal(oneOf(words.words()));
        }
        if (limit.isPresent() && limit.get() instanceof Limit.Between bound) {
            return BigDecimal.valueOf(oneOf(
                    LongStream.of(bound.least(), bound.least() + 1 + random.nextInt(20), bound.most() - 1, bound.most())
                            .filter(number -> number <= bound.most())
                            .boxed()
                            .toList()));
        }
        return BigDecimal.valueOf(random.nextInt(100));
    }

    private String text(Optional<Limit> limit, List<String> unlimited) {
        if (limit.isEmpty()) {
            return oneOf(unlimited);
        }
        if (limit.get() instanceof Limit.OneOf words) {
            return oneOf(words.words());
        }
        List<String> admitted = TEXTS.stream().filter(limit.get()::admits).toList();
        if (admitted.isEmpty()) {
            throw new AssertionError("no sample text is " + limit.get().allowed() + "; add one to Samples.TEXTS");
        }
        return oneOf(admitted);
    }
}
