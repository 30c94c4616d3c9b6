import java.util.Map;

/** A method is a handler, without any of Lambda's own types. */
public class TollHandler {

    public Map<String, Object> handle(Map<String, Object> event) {
        return Map.of("statusCode", 200, "body", "java " + event.get("version"));
    }
}
