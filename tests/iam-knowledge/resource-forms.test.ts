import assert from "node:assert/strict";
import fc from "fast-check";
import { actionsMatching, Permissions, parsePolicy, witness } from "../../model/iam";
import { resourceForms } from "../../model/iam/knowledge/resource-forms";
import { meetsForm } from "../../model/iam/pattern";
import { Value } from "../../model/values";

const permissions = (Action: string, Resource: string, boundary?: string) => {
    const grants = (resource: string) =>
        parsePolicy(
            new Value({ Version: "2012-10-17", Statement: { Effect: "Allow", Action, Resource: resource } }, "policy"),
        ).statements.map((statement) => ({ statement }));
    return new Permissions(grants(Resource), boundary === undefined ? undefined : grants(boundary));
};
const here = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:111122223333:${rest}`;

/** A resource, the actions of `service:*` that are possible on it, and those that are not. */
const CASES: readonly (readonly [resource: string, possible: string, impossible: string])[] = [
    ["arn:aws:s3:::orders/2026/*", "s3:GetObject s3:PutObject", "s3:DeleteBucket s3:ListBucket s3:ListAllMyBuckets"],
    ["arn:aws:s3:::orders", "s3:ListBucket s3:DeleteBucket", "s3:GetObject s3:ListAllMyBuckets"],
    ["arn:aws:s3:::orders*", "s3:ListBucket s3:GetObject", "s3:ListAllMyBuckets"],
    ["arn:aws:s3:::*", "s3:ListAllMyBuckets s3:GetObject", ""],
    ["arn:aws:s3:::orders/${aws:username}/*", "s3:GetObject", "s3:DeleteBucket"],
    [here("dynamodb", "table/orders/index/*"), "dynamodb:Query dynamodb:Scan", "dynamodb:DeleteTable dynamodb:PutItem"],
    [here("dynamodb", "table/orders/stream/2026-11-27T00:00:00.000"), "dynamodb:GetRecords", "dynamodb:DeleteTable"],
    [here("dynamodb", "table/orders*"), "dynamodb:DeleteTable dynamodb:Query", "dynamodb:ListTables"],
    [here("dynamodb", "table/${aws:PrincipalTag/team}"), "dynamodb:DeleteTable", "dynamodb:ListTables"],
    [
        here("logs", "log-group:/aws/lambda/orders:*"),
        "logs:PutLogEvents logs:CreateLogStream",
        "logs:PutQueryDefinition",
    ],
    [
        here("lambda", "function:orders:live"),
        "lambda:InvokeFunction",
        "lambda:ListFunctions lambda:CreateEventSourceMapping",
    ],
    [
        here("secretsmanager", "secret:prod/orders-??????"),
        "secretsmanager:GetSecretValue",
        "secretsmanager:ListSecrets",
    ],
    [here("ssm", "parameter/prod/orders/*"), "ssm:GetParameter", "ssm:SendCommand ssm:DescribeParameters"],
    ["arn:aws:ssm:eu-west-1::document/AWS-RunShellScript", "ssm:SendCommand", "ssm:GetParameter"],
    [here("kms", "alias/orders"), "kms:UpdateAlias", "kms:Decrypt kms:ScheduleKeyDeletion"],
    [here("es", "domain/orders/index/*"), "es:ESHttpGet", ""],
    [here("execute-api", "a1b2c3d4e5/prod/$connect"), "execute-api:Invoke", ""],
    ["arn:aws:bedrock:eu-west-1::foundation-model/anthropic.model-v1:0", "bedrock:InvokeModel", "bedrock:DeleteAgent"],
    [
        "arn:aws:iam::111122223333:role/team/orders",
        "iam:PassRole",
        "iam:ListRoles iam:CreateUser iam:CreatePolicyVersion",
    ],
    ["arn:aws:iam::aws:policy/AdministratorAccess", "iam:GetPolicy", "iam:PassRole"],
    [here("events", "rule/orders/hourly"), "events:PutRule", "events:DeleteEventBus"],
    [here("ecr", "repository/team/orders"), "ecr:PutImage", "ecr:GetAuthorizationToken"],
    [here("cognito-identity", "identitypool/eu-west-1:1234"), "cognito-identity:DescribeIdentityPool", ""],
    ["*", "s3:ListAllMyBuckets iam:PassRole dynamodb:DeleteTable ec2:DescribeInstances", ""],
    ["arn:aws:ec2:*:*:*", "ec2:TerminateInstances", "ec2:DescribeInstances"],
];

describe("what actions work on", () => {
    for (const [resource, possible, impossible] of CASES) {
        it(resource, () => {
            for (const [actions, expected] of [
                [possible, "yes"],
                [impossible, "no"],
            ] as const)
                for (const action of actions.split(" ").filter(Boolean))
                    for (const pattern of [`${action.split(":")[0]}:*`, "*"])
                        assert.equal(permissions(pattern, resource).allows(action).is, expected, action);
        });
    }
    it("is known of every action of the table", () => {
        for (const action of actionsMatching("*"))
            assert.notEqual(resourceForms(action, "aws")?.length ?? 1, 0, action);
    });
    it("leaves an action that the table does not have to any resource", () => {
        assert.equal(permissions("orders:*", here("orders", "x")).allows("orders:Ship").is, "yes");
    });

    it("meets a pattern exactly where some ARN does", () => {
        const unit = fc.constantFrom("*", "?", ":", "/", "a", "${x}", "${*}");
        const forms = ["s3:GetObject", "dynamodb:Query", "iam:PassRole", "lambda:InvokeFunction", "s3:ListAllMyBuckets"]
            .flatMap((action) => resourceForms(action, "aws") ?? [])
            .map((form) => form.replace(/^arn:aws:[a-z0-9-]+:/, "a:"));
        fc.assert(
            fc.property(fc.constantFrom(...forms), fc.array(unit, { maxLength: 8 }), (form, units) => {
                const pattern = `a:${units.join("")}`;
                assert.equal(meetsForm(form, pattern), witness([[form], [pattern]], []) !== undefined);
            }),
            { numRuns: 2000 },
        );
    });

    describe("within a boundary", () => {
        const table = here("dynamodb", "table/te*");
        const cases: readonly (readonly [
            name: string,
            action: string,
            own: string,
            bound: string,
            expected: string,
        ])[] = [
            ["a star reaches over no colon into the next part", "dynamodb:GetItem", table, "*:*:table/pr*", "no"],
            ["nor over a slash into one that a name has not", "dynamodb:GetItem", table, "*/pr*", "no"],
            ["it reaches over the parts before", "dynamodb:GetItem", table, "*:table/t*", "yes"],
            ["over a colon where a name may have one", "s3:GetObject", "arn:aws:s3:::b/te*", "*:pr*", "yes"],
            [
                "over a slash where a name may have one",
                "ssm:GetParameter",
                here("ssm", "parameter/te*"),
                "*/pr*",
                "yes",
            ],
        ];
        for (const [name, action, own, bound, expected] of cases)
            it(name, () => assert.equal(permissions(action, own, bound).allows(action).is, expected));
    });
});
