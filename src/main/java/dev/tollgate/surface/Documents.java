package dev.tollgate.surface;

import dev.tollgate.terraform.ApiDocument;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.List;

/** What an API's OpenAPI document leaves open. */
final class Documents {

    private Documents() {}

    /** Whether {@code api} has the routes of its document and no others; {@code unjudged} hears why not. */
    static boolean areKnown(Infrastructure infrastructure, Resource api, List<String> unjudged) {
        String body = "the OpenAPI body of `" + api.address() + "` ";
        if (!ApiDocument.isKnown(infrastructure, api)) {
            unjudged.add(body + "cannot be read: only JSON that is known before apply");
            return false;
        }
        if (!ApiDocument.leadsSomewhere(infrastructure, api)) {
            unjudged.add(body + "has a path that is written in another file");
            return false;
        }
        if (ApiDocument.isMerged(api)) {
            unjudged.add(body + "is merged into the existing API: removed routes are still answered");
            return false;
        }
        return true;
    }
}
