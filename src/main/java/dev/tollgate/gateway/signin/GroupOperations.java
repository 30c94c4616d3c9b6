package dev.tollgate.gateway.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.token.LocalPool;
import dev.tollgate.gateway.token.PoolGroup;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What those do with groups who administer the pool. */
final class GroupOperations {

    private final LocalPool pool;
    private final Directory directory;
    private final Clock clock;

    GroupOperations(LocalPool pool, Directory directory, Clock clock) {
        this.pool = pool;
        this.directory = directory;
        this.clock = clock;
    }

    Map<String, Operation> all() {
        InPool in = new InPool(pool, directory);
        SortedMap<String, Operation> all = new TreeMap<>();
        all.put("CreateGroup", in.here(this::create));
        all.put("GetGroup", in.here(input -> grouped(group(input))));
        all.put("UpdateGroup", in.here(this::update));
        all.put("DeleteGroup", in.here(this::delete));
        all.put("ListGroups", in.here(input -> listed(input, List.copyOf(directory.groups()))));
        all.put("ListUsersInGroup", in.here(this::members));
        all.put("AdminAddUserToGroup", in.with((input, account) -> join(input, account, true)));
        all.put("AdminRemoveUserFromGroup", in.with((input, account) -> join(input, account, false)));
        all.put("AdminListGroupsForUser", in.with(this::of));
        return all;
    }

    private PoolGroup group(Input input) throws CognitoRefusal {
        return directory
                .group(input.required("GroupName"))
                .orElseThrow(() -> new CognitoRefusal("ResourceNotFoundException", "Group not found."));
    }

    private ObjectNode create(Input input) throws CognitoRefusal {
        String name = input.required("GroupName");
        if (directory.group(name).isPresent()) {
            throw new CognitoRefusal("GroupExistsException", "A group with the name already exists.");
        }
        return put(new PoolGroup(name, precedence(input), input.text("RoleArn")));
    }

    private ObjectNode update(Input input) throws CognitoRefusal {
        PoolGroup group = group(input);
        return put(new PoolGroup(
                group.name(),
                precedence(input).or(group::precedence),
                input.text("RoleArn").or(group::role)));
    }

    private static Optional<Long> precedence(Input input) {
        return Optional.of(input.member("Precedence"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::longValue);
    }

    private ObjectNode put(PoolGroup group) {
        directory.put(group);
        return grouped(group);
    }

    private ObjectNode delete(Input input) throws CognitoRefusal {
        directory.removeGroup(group(input).name());
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode join(Input input, PoolAccount account, boolean in) throws CognitoRefusal {
        String group = group(input).name();
        TreeSet<String> groups = new TreeSet<>(account.groups());
        if (in) {
            groups.add(group);
        } else {
            groups.remove(group);
        }
        directory.put(account.in(groups).at(clock.instant()));
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode of(Input input, PoolAccount account) throws CognitoRefusal {
        return listed(
                input,
                account.groups().stream()
                        .flatMap(name -> directory.group(name).stream())
                        .toList());
    }

    private ObjectNode members(Input input) throws CognitoRefusal {
        String group = group(input).name();
        return ListedPage.of(
                input,
                "NextToken",
                "Users",
                directory.all().stream()
                        .filter(account -> account.groups().contains(group))
                        .map(account -> UserJson.of(account, "Attributes"))
                        .toList());
    }

    private ObjectNode listed(Input input, List<PoolGroup> groups) throws CognitoRefusal {
        return ListedPage.of(
                input,
                "NextToken",
                "Groups",
                groups.stream().map(this::described).toList());
    }

    private ObjectNode grouped(PoolGroup group) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("Group", described(group));
        return answer;
    }

    private ObjectNode described(PoolGroup group) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("GroupName", group.name())
                .put("UserPoolId", pool.id());
        group.precedence().ifPresent(precedence -> json.put("Precedence", precedence));
        group.role().ifPresent(role -> json.put("RoleArn", role));
        return json;
    }
}
