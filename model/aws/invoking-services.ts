/**
 * Services that invoke functions by a Lambda permission, as their principals' names begin, with the resources that each acts for. Sources: each
 * service's page under https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html, and for the ARNs
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export interface InvokingService {
    /**
     * `SERVICE:RESOURCE` of the sources' ARNs. `{name}` is what tells one from another, `{path}` the same where it may hold slashes; a `*` is
     * open in AWS's own examples too.
     */
    readonly sources: readonly string[];
    /** What one of them is called. */
    readonly one: string;
    /** AWS's own advice is the account alone: of what is made after the permission, nobody knows the id. */
    readonly byAccount?: true;
}

export const invokingServices: ReadonlyMap<string, InvokingService> = new Map(
    Object.entries({
        // Also of authorizers: `API/authorizers/ID`. https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html
        apigateway: { sources: ["execute-api:{name}/*"], one: "API" },
        appsync: { sources: ["appsync:apis/{name}"], one: "API" },
        // https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html
        bedrock: { sources: ["bedrock:agent/{name}", "bedrock:agent-alias/{name}/*"], one: "agent" },
        cloudfront: { sources: ["cloudfront:distribution/{name}"], one: "distribution" },
        codecommit: { sources: ["codecommit:{name}"], one: "repository" },
        "cognito-idp": { sources: ["cognito-idp:userpool/{name}"], one: "user pool" },
        // https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html
        config: { sources: ["config:config-rule/{path}"], one: "rule", byAccount: true },
        connect: { sources: ["connect:instance/{name}"], one: "instance" },
        elasticloadbalancing: { sources: ["elasticloadbalancing:targetgroup/{name}/*"], one: "target group" },
        events: { sources: ["events:rule/{path}"], one: "rule" },
        iot: {
            sources: ["iot:rule/{name}", "iot:authorizer/{name}", "iot:provisioningtemplate/{name}"],
            one: "rule",
        },
        "lambda.alarms.cloudwatch": { sources: ["cloudwatch:alarm:{path}"], one: "alarm" },
        // Of V1 the versions of an intent ask, of V2 the aliases of a bot. https://docs.aws.amazon.com/lexv2/latest/dg/lambda-attach-console.html
        lex: { sources: ["lex:intent:{name}:*", "lex:bot-alias/{name}/*"], one: "bot" },
        lexv2: { sources: ["lex:bot-alias/{name}/*"], one: "bot" },
        // Without the end it never matches, which is another fault. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
        logs: { sources: ["logs:log-group:{path}:*", "logs:log-group:{path}"], one: "log group" },
        s3: { sources: ["s3:{name}"], one: "bucket" },
        // AWS puts six characters of its own behind a secret's name.
        // https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html
        secretsmanager: { sources: ["secretsmanager:secret:{path}"], one: "secret", byAccount: true },
        ses: { sources: ["ses:receipt-rule-set/{name}:receipt-rule/{name}"], one: "receipt rule" },
        sns: { sources: ["sns:{name}"], one: "topic" },
        transfer: { sources: ["transfer:server/{name}"], one: "server" },
        "vpc-lattice": { sources: ["vpc-lattice:targetgroup/{name}"], one: "target group" },
        workmail: { sources: ["workmail:organization/{name}"], one: "organization" },
    } satisfies Record<string, InvokingService>),
);
