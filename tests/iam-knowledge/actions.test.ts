import { strict as assert } from "node:assert";
import {
    type AccessLevel,
    accessLevel,
    actionFacts,
    actionsMatching,
    arnFormats,
    isKnownService,
    isStarOnly,
    openResource,
    resourceTypesOf,
    serviceFacts,
} from "../../model/iam/knowledge";
import { table } from "../../model/iam/knowledge/load";

const prefixes = Object.keys(table("actions").table);

describe("knowledge of actions", () => {
    it("says where it comes from", () => {
        const { source, licence, date } = table("actions");
        assert.match(source, /^@cloud-copilot\/iam-data \d/);
        assert.equal(licence, "MIT");
        assert.match(date, /^20\d\d-\d\d-\d\d$/);
    });

    it("knows services by prefix, in any case", () => {
        assert.equal(serviceFacts("DynamoDB")?.name, "Amazon DynamoDB");
        assert.equal(serviceFacts("rds-db")?.prefix, "rds-db");
        assert.equal(isKnownService("execute-api"), true);
        for (const unknown of ["", "nonesuch", "constructor", "toString"]) {
            assert.equal(isKnownService(unknown), false);
            assert.equal(serviceFacts(unknown), undefined);
        }
    });

    it("knows actions in any case and spells them as AWS does", () => {
        for (const [written, name] of [
            ["dynamodb:getitem", "dynamodb:GetItem"],
            ["S3:GETOBJECT", "s3:GetObject"],
            ["IAM:passRole", "iam:PassRole"],
            ["apigateway:delete", "apigateway:DELETE"],
        ] as const)
            assert.equal(actionFacts(written)?.name, name);
        for (const unknown of ["dynamodb:GetItems", "dynamodb:Get*", "GetItem", "*", "nonesuch:Get", "s3:constructor"])
            assert.equal(actionFacts(unknown), undefined);
    });

    // Facts of https://docs.aws.amazon.com/service-authorization/latest/reference/.
    const LEVELS: Readonly<Record<string, AccessLevel>> = {
        "s3:ListAllMyBuckets": "List",
        "s3:GetObject": "Read",
        "s3:PutObject": "Write",
        "s3:PutObjectTagging": "Tagging",
        "s3:PutBucketPolicy": "Permissions management",
        "iam:AttachRolePolicy": "Permissions management",
        "iam:PassRole": "Write",
        "lambda:InvokeFunction": "Write",
        "lambda:AddPermission": "Permissions management",
        "secretsmanager:GetSecretValue": "Read",
        "kms:CreateGrant": "Permissions management",
        "ec2:CreateTags": "Tagging",
    };
    for (const [action, level] of Object.entries(LEVELS))
        it(`${action} is at the level ${level}`, () => assert.equal(accessLevel(action), level));

    const STAR_ONLY = [
        "xray:PutTraceSegments",
        "xray:PutTelemetryRecords",
        "s3:ListAllMyBuckets",
        "ecr:GetAuthorizationToken",
        "ec2:DescribeNetworkInterfaces",
        "logs:DescribeLogGroups",
        "logs:CreateLogDelivery",
        "dynamodb:ListTables",
        "kms:GenerateRandom",
        "sts:GetCallerIdentity",
        "ssmmessages:CreateControlChannel",
        "secretsmanager:ListSecrets",
        "textract:DetectDocumentText",
        "iam:ListRoles",
    ];
    for (const action of STAR_ONLY)
        it(`${action} has no resource-level permissions`, () => assert.equal(isStarOnly(action), true));

    const WITH_RESOURCES = [
        "s3:GetObject",
        "dynamodb:GetItem",
        "ec2:CreateNetworkInterface",
        "logs:CreateLogGroup",
        "logs:PutLogEvents",
        "lambda:InvokeFunction",
        "kms:Decrypt",
        "sns:Publish",
        "iam:PassRole",
        "sts:AssumeRole",
        "events:PutEvents",
    ];
    for (const action of WITH_RESOURCES)
        it(`${action} has resource-level permissions`, () => assert.equal(isStarOnly(action), false));

    it("does not guess about actions it does not know", () => {
        assert.equal(isStarOnly("dynamodb:NoSuchAction"), undefined);
        assert.equal(accessLevel("dynamodb:NoSuchAction"), undefined);
        assert.deepEqual(resourceTypesOf("dynamodb:NoSuchAction"), []);
    });

    it("knows the resources of an action, and which of them it requires", () => {
        assert.deepEqual(resourceTypesOf("sqs:SendMessage"), [{ type: "queue", required: true }]);
        const launch = new Map(resourceTypesOf("ec2:RunInstances").map(({ type, required }) => [type, required]));
        assert.equal(launch.get("image"), true);
        assert.equal(launch.get("key-pair"), false);
    });

    it("knows the ARNs of a resource type", () => {
        assert.deepEqual(arnFormats("sqs", "queue"), ["arn:${Partition}:sqs:${Region}:${Account}:${QueueName}"]);
        assert.deepEqual(arnFormats("s3", "object"), ["arn:${Partition}:s3:::${BucketName}/${ObjectName}"]);
        assert.equal(arnFormats("lex", "bot").length, 2);
        assert.deepEqual(arnFormats("sqs", "topic"), []);
        assert.deepEqual(arnFormats("nonesuch", "queue"), []);
    });

    it("has an ARN for every resource type of every action", () => {
        const missing = prefixes.flatMap((prefix) =>
            [...(serviceFacts(prefix)?.actions.values() ?? [])].flatMap(({ name, resourceTypes }) =>
                resourceTypes
                    .filter(({ type }) => !arnFormats(prefix, type).some((format) => format.startsWith("arn:")))
                    .map(({ type }) => `${name} ${type}`),
            ),
        );
        assert.deepEqual(missing, []);
    });
});

describe("expansion of patterns", () => {
    const total = prefixes.reduce((sum, prefix) => sum + (serviceFacts(prefix)?.actions.size ?? 0), 0);

    it("names everything for *", () => {
        assert.ok(total > 20_000);
        assert.equal(actionsMatching("*").length, total);
        assert.equal(actionsMatching("**").length, total);
        assert.equal(actionsMatching("*:*").length, total);
    });

    it("names all actions of a service", () => {
        assert.equal(actionsMatching("sqs:*").length, serviceFacts("sqs")?.actions.size);
        assert.deepEqual(actionsMatching("SQS:*"), actionsMatching("sqs:*"));
        assert.deepEqual(actionsMatching("rds-db:*"), ["rds-db:connect"]);
    });

    it("reads * and ? in names", () => {
        assert.deepEqual(actionsMatching("sqs:*Message"), [
            "sqs:DeleteMessage",
            "sqs:ReceiveMessage",
            "sqs:SendMessage",
        ]);
        assert.deepEqual(actionsMatching("dynamodb:?etItem"), ["dynamodb:GetItem"]);
        assert.deepEqual(actionsMatching("iam:passrol?"), ["iam:PassRole"]);
        assert.deepEqual(actionsMatching("iam:P*ssR*"), ["iam:PassRole"]);
        assert.ok(actionsMatching("s3:Get*").includes("s3:GetObject"));
        assert.ok(actionsMatching("s3:Get*").every((action) => action.startsWith("s3:Get")));
    });

    it("reads * and ? in services", () => {
        assert.ok(actionsMatching("s?:*").includes("s3:GetObject"));
        assert.ok(!actionsMatching("s?:*").includes("sqs:SendMessage"));
        const reads = actionsMatching("*:Get*");
        for (const action of ["dynamodb:GetItem", "secretsmanager:GetSecretValue", "s3:GetObject"])
            assert.ok(reads.includes(action), action);
        assert.ok(!reads.includes("dynamodb:PutItem"));
    });

    it("names one action for its own name, and none for what is no action", () => {
        assert.deepEqual(actionsMatching("dynamodb:GETITEM"), ["dynamodb:GetItem"]);
        for (const none of ["", "s3", "s3:", "dynamodb:GetItems", "nonesuch:*", "s3:Get[a-z]*", "s3.:*"])
            assert.deepEqual(actionsMatching(none), [], none);
    });
});

describe("a resource pattern left open", () => {
    const OPEN: readonly (readonly [string, string])[] = [
        ["dynamodb:GetItem", "*"],
        ["dynamodb:GetItem", "arn:aws:dynamodb:*:*:table/*"],
        ["dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:111122223333:table/*"],
        ["dynamodb:GetItem", "arn:aws:dynamodb:*:*:*"],
        ["dynamodb:GetItem", "arn:aws:*"],
        ["dynamodb:Query", "arn:aws:dynamodb:*:*:table/*/index/*"],
        ["s3:GetObject", "arn:aws:s3:::*"],
        ["s3:GetObject", "arn:aws:s3:::*/*"],
        ["s3:GetObject", "arn:*:s3:::*/*"],
        ["s3:ListBucket", "arn:aws:s3:::*"],
        ["lambda:InvokeFunction", "arn:aws-cn:lambda:*:*:function:*"],
        ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:*"],
        ["ssm:GetParameter", "arn:aws:ssm:*:*:parameter/*"],
        ["iam:PassRole", "arn:aws:iam::111122223333:role/*"],
        ["logs:PutLogEvents", "arn:aws:logs:*:*:*"],
        ["glue:GetTable", "arn:aws:glue:*:*:*"],
        ["dms:StartReplicationTask", "arn:aws:dms:eu-west-1:111122223333:task:*"],
    ];
    for (const [action, resource] of OPEN)
        it(`${action} on ${resource} is open`, () => assert.equal(openResource(action, resource), true));

    const NAMED: readonly (readonly [string, string])[] = [
        ["dynamodb:GetItem", "arn:aws:dynamodb:*:*:table/orders"],
        ["dynamodb:GetItem", "arn:aws:dynamodb:*:*:table/orders-*"],
        ["dynamodb:GetItem", "arn:aws:dynamodb:*:*:table/${aws:PrincipalTag/team}"],
        ["dynamodb:Query", "arn:aws:dynamodb:*:*:table/orders/index/*"],
        ["s3:GetObject", "arn:aws:s3:::bucket/*"],
        ["s3:ListBucket", "arn:aws:s3:::bucket"],
        ["s3:ListBucket", "arn:aws:s3:::*/*"],
        ["lambda:InvokeFunction", "arn:aws:lambda:*:*:function:orders:*"],
        ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:*:*:secret:orders/*"],
        ["iam:PassRole", "arn:aws:iam::111122223333:role/tasks/*"],
        ["logs:PutLogEvents", "arn:aws:logs:*:*:log-group:/aws/lambda/orders:*"],
        ["logs:PutLogEvents", "arn:aws:logs:*:*:log-group:/aws/lambda/*"],
        ["glue:GetTable", "arn:aws:glue:eu-west-1:111122223333:catalog"],
        ["dynamodb:GetItem", "arn:aws:sqs:*:*:*"],
        ["dynamodb:GetItem", "not an arn"],
    ];
    for (const [action, resource] of NAMED)
        it(`${action} on ${resource} is not open`, () => assert.equal(openResource(action, resource), false));
});
