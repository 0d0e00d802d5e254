import * as pulumi from "@pulumi/pulumi";

/**
 * Twelve mistakes that real teams make, each named by the policy that finds it. The stack `insecure` makes them all, the
 * stack `secure` none; where one is made, the right way stands beside it.
 */
export type Mistake =
    // "EventBridge calls it anyway": the permission was copied without its source.
    | "lambda-permission-source-required"
    // "It said AccessDenied until I put a star."
    | "lambda-permission-no-public-principal"
    // The payment provider's webhook cannot sign requests for IAM.
    | "lambda-url-auth-required"
    // The report was due, and nobody knew which permissions it needs.
    | "exec-role-no-admin-access"
    // "It only talks to DynamoDB."
    | "exec-role-no-service-wildcard-action"
    // Two functions that read the same table got one role.
    | "one-role-per-function"
    // Faster than a call to Secrets Manager.
    | "lambda-env-no-plaintext-secrets"
    // Parameter Store's default type.
    | "secret-parameter-secure-string"
    // To look at the data from a laptop.
    | "database-not-public"
    // The first version was a copy of the tutorial.
    | "database-storage-encrypted"
    // Everybody in operations has the key.
    | "bastion-no-static-key-pair"
    // The router of the old monolith moved into one function.
    | "no-monolambda-proxy-route";

const insecure = new pulumi.Config().require("profile") === "insecure";

/** The wrong value in the stack `insecure`, the right one otherwise. */
export function either<W, R>(_mistake: Mistake, wrong: W, right: R): W | R {
    return insecure ? wrong : right;
}
