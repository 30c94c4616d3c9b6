import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class ShopHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    public ShopHandler() {
        if (System.getenv("BROKEN") != null) {
            throw new IllegalStateException("broken");
        }
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        context.getLogger().log("called\n");
        if (event.containsKey("fail")) {
            throw new IllegalArgumentException("sold out");
        }
        if (event.containsKey("fill")) {
            byte[][] all = new byte[1024][];
            for (int i = 0; i < all.length; i++) {
                all[i] = new byte[8 << 20];
            }
        }
        return Map.of("title", event.getOrDefault("title", "none"), "millis", context.getRemainingTimeInMillis() > 0);
    }
}
