// A stack of functions as a large team has them: a role each, inline policies of four statements, customer-managed policies that
// are shared, AWS-managed ones, boundaries, denials, tables, queues, keys and log groups. Every value is known.
const PROJECT = "bench";
const ACCOUNT = "123456789012";
const REGION = "eu-west-1";

const arn = (service, resource, region = REGION) => `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;

function policy(...statements) {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
    });
}

const trust = policy({ Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } });

function stack() {
    const list = [];
    const add = (type, name, properties, references = {}) => {
        const dependencies = Object.fromEntries(
            Object.entries(references).map(([property, others]) => [property, others.map(({ urn }) => urn)]),
        );
        const resource = {
            type,
            name,
            urn: `urn:pulumi:${PROJECT}::${PROJECT}::${type}::${name}`,
            properties,
            dependencies,
        };
        list.push(resource);
        return resource;
    };
    return { list, add };
}

/** What functions share: one table and one queue for every ten of them, a key, two boundaries and a policy for all. */
function shared(add, count) {
    const tens = Array.from({ length: Math.ceil(count / 10) }, (_, index) => index);
    const managed = (name, ...statements) =>
        add("aws:iam/policy:Policy", name, {
            arn: arn("iam", `policy/${name}`, ""),
            name,
            policy: policy(...statements),
        });
    return {
        tables: tens.map((index) =>
            add("aws:dynamodb/table:Table", `table-${index}`, {
                arn: arn("dynamodb", `table/table-${index}`),
                name: `table-${index}`,
                hashKey: "id",
                serverSideEncryption: { enabled: true },
                pointInTimeRecovery: { enabled: true },
            }),
        ),
        queues: tens.map((index) =>
            add("aws:sqs/queue:Queue", `queue-${index}`, {
                arn: arn("sqs", `queue-${index}`),
                name: `queue-${index}`,
                sqsManagedSseEnabled: true,
            }),
        ),
        key: add("aws:kms/key:Key", "key", {
            arn: arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab"),
            keyId: "1234abcd-12ab-34cd-56ef-1234567890ab",
            enableKeyRotation: true,
        }),
        tracing: managed("tracing", {
            Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "cloudwatch:PutMetricData"],
            Resource: "*",
        }),
        boundaries: [
            managed("team-boundary", {
                Action: ["dynamodb:*", "events:*", "kms:*", "logs:*", "s3:*", "secretsmanager:*", "sqs:*", "xray:*"],
                Resource: "*",
            }),
            managed(
                "wide-boundary",
                { Action: "*", Resource: "*" },
                { Effect: "Deny", Action: ["iam:*", "organizations:*", "account:*"], Resource: "*" },
                { Effect: "Deny", Action: "s3:DeleteBucket", Resource: "arn:aws:s3:::protected-*" },
            ),
        ],
    };
}

/** `count` functions of a team with all that belongs to them: about seven resources each. */
function teamStack(count, team = "function") {
    const { list, add } = stack();
    const { tables, queues, key, tracing, boundaries } = shared(add, count);
    for (let index = 0; index < count; index++) {
        const [name, table, queue] = [
            `${team}-${index}`,
            tables[Math.floor(index / 10)],
            queues[Math.floor(index / 10)],
        ];
        const boundary = index % 4 === 0 ? boundaries[(index / 4) % boundaries.length] : undefined;
        const role = add(
            "aws:iam/role:Role",
            `${name}-role`,
            {
                arn: arn("iam", `role/${name}-role`, ""),
                id: `${name}-role`,
                name: `${name}-role`,
                assumeRolePolicy: trust,
                ...(boundary && { permissionsBoundary: boundary.properties.arn }),
            },
            boundary && { permissionsBoundary: [boundary] },
        );
        const denial =
            index % 5 === 0
                ? [{ Effect: "Deny", Action: ["dynamodb:DeleteTable", "s3:DeleteBucket"], Resource: "*" }]
                : [];
        add(
            "aws:iam/rolePolicy:RolePolicy",
            `${name}-data`,
            {
                role: role.properties.name,
                policy: policy(
                    {
                        Sid: "Data",
                        Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"],
                        Resource: [table.properties.arn, `${table.properties.arn}/index/*`],
                    },
                    { Sid: "Queue", Action: "sqs:SendMessage", Resource: queue.properties.arn },
                    {
                        Sid: "Secret",
                        Action: "secretsmanager:GetSecretValue",
                        Resource: arn("secretsmanager", `secret:team/${name}-??????`),
                    },
                    { Sid: "Key", Action: ["kms:Decrypt", "kms:GenerateDataKey*"], Resource: key.properties.arn },
                    ...denial,
                ),
            },
            { role: [role], policy: [table, queue, key] },
        );
        const attach = (suffix, policyArn, references = {}) =>
            add(
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                `${name}-${suffix}`,
                { role: role.properties.name, policyArn },
                { role: [role], ...references },
            );
        attach("logs", "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");
        if (index % 3 === 0) attach("tracing", tracing.properties.arn, { policyArn: [tracing] });
        add("aws:cloudwatch/logGroup:LogGroup", `${name}-logs`, {
            arn: arn("logs", `log-group:/aws/lambda/${name}`),
            name: `/aws/lambda/${name}`,
            retentionInDays: 30,
        });
        const lambda = add(
            "aws:lambda/function:Function",
            name,
            {
                arn: arn("lambda", `function:${name}`),
                name,
                role: role.properties.arn,
                handler: "index.handler",
                runtime: "nodejs22.x",
                environment: { variables: { TABLE: table.properties.name } },
            },
            { role: [role], environment: [table] },
        );
        add(
            "aws:lambda/permission:Permission",
            `${name}-events`,
            {
                action: "lambda:InvokeFunction",
                function: `${lambda.properties.arn}:live`,
                principal: "events.amazonaws.com",
                sourceArn: arn("events", `rule/${name}`),
            },
            { function: [lambda] },
        );
    }
    return list;
}

module.exports = { teamStack };
