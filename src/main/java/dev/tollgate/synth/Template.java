package dev.tollgate.synth;

import com.hashicorp.cdktf.IResolvable;
import com.hashicorp.cdktf.IResolveContext;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A template where the bindings' Java takes another type than text. In Terraform JSON it is text whatever its value's
 * type; the bindings' own way to say so, tokens, takes a call across the process boundary for each.
 */
interface Template {

    String text();

    /** What is asked for its value, which Terraform alone knows. */
    private static UnsupportedOperationException unknown(String text) {
        return new UnsupportedOperationException("a template has no value before apply: " + text);
    }

    final class OfNumber extends Number implements Template {
        private static final long serialVersionUID = 1;
        private final String text;

        OfNumber(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public int intValue() {
            throw unknown(text);
        }

        @Override
        public long longValue() {
            throw unknown(text);
        }

        @Override
        public float floatValue() {
            throw unknown(text);
        }

        @Override
        public double doubleValue() {
            throw unknown(text);
        }
    }

    /** Of a list of texts. */
    final class OfTexts extends AbstractList<String> implements Template {
        private final String text;

        OfTexts(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public String get(int index) {
            throw unknown(text);
        }

        @Override
        public int size() {
            throw unknown(text);
        }
    }

    /** Of a map of texts. */
    final class OfTextMap extends AbstractMap<String, String> implements Template {
        private final String text;

        OfTextMap(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            throw unknown(text);
        }
    }

    /** Of what the bindings take as either a value or something that CDKTF resolves. */
    record OfAny(String text) implements Template, IResolvable {

        @Override
        public List<String> getCreationStack() {
            return List.of();
        }

        @Override
        public Object resolve(IResolveContext context) {
            return text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
