package dev.tollgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Terraform's drawing of a plan tells of a cycle, in lines as Terraform 1.11 writes them. */
class PlanCycleTest {

    @Test
    void namesWhatIsDeletedBeforeOrAfterItIsMadeAnew() {
        assertThat(PlanCycle.in("""
                digraph {
                  "[root] aws_cognito_user_pool_client.people (destroy deposed 4c41b905)" -> "[root] aws_lambda_function.orders" [color = "red", penwidth = "2.0"]
                  "[root] aws_cognito_resource_server.shop (destroy)" -> "[root] aws_cognito_user_pool_client.people (destroy deposed 4c41b905)" [color = "red", penwidth = "2.0"]
                  "[root] aws_cognito_user_pool.users" -> "[root] aws_cognito_resource_server.shop (destroy)" [color = "red", penwidth = "2.0"]
                  "[root] aws_lambda_function.orders" -> "[root] aws_cognito_user_pool.users" [color = "red", penwidth = "2.0"]
                  "[root] aws_dynamodb_table.orders (destroy)" -> "[root] aws_lambda_function.orders (destroy)"
                }
                """)).hasValueSatisfying(cycle -> assertThat(cycle.deleted())
                .containsExactly("aws_cognito_resource_server.shop", "aws_cognito_user_pool_client.people"));
    }

    @Test
    void isNoneWhereNoEdgeIsRed() {
        assertThat(PlanCycle.in("digraph {\n  \"[root] a.b (destroy)\" -> \"[root] a.c\"\n}\n"))
                .isEmpty();
    }
}
