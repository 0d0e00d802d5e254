import assert from "node:assert/strict";
import {
    CloudFrontDistribution,
    CognitoIdentityPool,
    CognitoIdentityPoolRoleAttachment,
    CognitoUserPool,
    DynamoDbTable,
    Ec2Instance,
    Ec2SecurityGroup,
    Ec2Subnet,
    Ec2Vpc,
    EventRule,
    EventSourceMapping,
    EventTarget,
    HttpApi,
    HttpIntegration,
    HttpRoute,
    IamAccessKey,
    IamGroup,
    IamGroupPolicyAttachment,
    IamInstanceProfile,
    IamPolicy,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    IamUser,
    IamUserGroupMembership,
    KmsKey,
    LambdaFunction,
    LambdaFunctionUrl,
    LambdaPermission,
    LogGroup,
    RdsInstance,
    RdsSubnetGroup,
    S3Bucket,
    S3BucketV2,
    S3BucketVersioning,
    SnsTopic,
    SnsTopicSubscription,
    SqsQueue,
    SqsQueuePolicy,
} from "../../model/aws";
import type { DrawnEdge } from "../../model/graph";
import { declare, json, type Program, policyOf, ref, trusts } from "../../pack";
import { unknown } from "../../pack/example";
import { drawn, edges, told } from "../support/drawings";

/** A function under a role that may do this. */
const orders = (...statements: readonly object[]): Program => ({
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) }),
    orders: declare(LambdaFunction, { role: ref("role.arn") }),
});
const table = declare(DynamoDbTable, { attributes: [{ name: "id", type: "S" }], hashKey: "id" });
const read = { Action: "dynamodb:GetItem", Resource: ref("table.arn") };

const trusting = (...statements: readonly object[]) => json({ Version: "2012-10-17", Statement: statements });
const assume = { Effect: "Allow", Action: "sts:AssumeRole" };

function edge(program: Program, wanted: string, unknownOutputs = false): DrawnEdge {
    const drawing = drawn(program, unknownOutputs);
    const found = drawing.edges.find((one) => told(drawing, one).replace(/[!~?]/g, "") === wanted);
    assert.ok(found, `${wanted} is not among ${edges(drawing).join(", ")}`);
    return found;
}

describe("a drawing", () => {
    it("is empty of an empty stack", () =>
        assert.deepEqual(drawn({}), { nodes: [], edges: [], ways: [], roles: [], networks: [] }));

    describe("has one node for a resource and its parts", () => {
        const partsOf = (program: Program) =>
            Object.fromEntries(
                drawn(program).nodes.map(({ name, lane, kind, parts }) => [
                    name,
                    `${lane} ${kind} ${parts.map((urn) => urn.split("::").at(-1)).join(" ")}`.trim(),
                ]),
            );
        it("such as policies, permissions and logs", () =>
            assert.deepEqual(
                partsOf({
                    ...orders(read),
                    table,
                    logs: declare(LogGroup, { name: ref("orders.name", "/aws/lambda/") }),
                    permission: declare(LambdaPermission, {
                        ...{ function: ref("orders.name"), action: "lambda:InvokeFunction" },
                        ...{ principal: "sns.amazonaws.com", sourceArn: ref("topic.arn") },
                    }),
                    topic: declare(SnsTopic, {}),
                }),
                { orders: "2 function logs permission", role: "3 role policy", table: "4 table", topic: "4 topic" },
            ));
        it("of either version of the provider", () =>
            assert.deepEqual(
                partsOf({
                    old: declare(S3BucketV2, {}),
                    oldVersions: declare(
                        { token: "aws:s3/bucketVersioningV2:BucketVersioningV2" },
                        { bucket: ref("old.id") },
                    ),
                    fresh: declare(S3Bucket, {}),
                    freshVersions: declare(S3BucketVersioning, {
                        ...{ bucket: ref("fresh.id"), versioningConfiguration: { status: "Enabled" } },
                    }),
                }),
                { fresh: "4 bucket freshVersions", old: "4 bucket oldVersions" },
            ));
        it("and a policy that several carry is nobody's part", () => {
            const attached = (role: string) =>
                declare(IamRolePolicyAttachment, { role: ref(`${role}.name`), policyArn: ref("shared.arn") });
            const program: Program = {
                one: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
                other: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
                table,
                shared: declare(IamPolicy, { policy: policyOf(read) }),
                first: attached("one"),
                second: attached("other"),
            };
            assert.deepEqual(edges(drawn(program), "may"), ["one -> table", "other -> table"]);
            assert.deepEqual(
                edge(program, "one -> table").via.map(({ urn, path, statement }) => [
                    urn.split("::").at(-1),
                    path,
                    statement,
                ]),
                [["shared", "policy", "statement 1"]],
            );
        });
    });

    describe("tells who calls", () => {
        const url = (authorizationType: string): Program => ({
            ...orders(read),
            table,
            url: declare(LambdaFunctionUrl, { functionName: ref("orders.name"), authorizationType }),
        });
        it("a function URL", () => {
            assert.deepEqual(edges(drawn(url("NONE")), "calls"), ["Internet -> url!", "url -> orders"]);
            assert.deepEqual(edges(drawn(url("AWS_IAM")), "calls"), ["IAM callers -> url", "url -> orders"]);
            const { closes, via } = edge(url("NONE"), "Internet -> url");
            assert.equal(closes, 'Set authorizationType: "AWS_IAM".');
            assert.deepEqual(
                via.map(({ path }) => path),
                ["authorizationType"],
            );
        });
        it("routes, open ones apart from those that ask", () => {
            const route = (routeKey: string, authorizationType: string) =>
                declare(HttpRoute, {
                    ...{ apiId: ref("api.id"), routeKey, authorizationType, authorizerId: "a1" },
                    target: ref("integration.id", "integrations/"),
                });
            const program: Program = {
                ...orders(read),
                table,
                api: declare(HttpApi, { protocolType: "HTTP" }),
                integration: declare(HttpIntegration, {
                    ...{ apiId: ref("api.id"), integrationType: "AWS_PROXY", integrationUri: ref("orders.invokeArn") },
                }),
                open: route("GET /orders", "NONE"),
                asks: route("POST /orders", "JWT"),
            };
            const { edges: all } = drawn(program);
            const called = all
                .filter(({ kind }) => kind === "calls")
                .map(({ label, guard, isOpen, says }) => [label, guard, isOpen ?? false, says]);
            assert.deepEqual(called.sort(), [
                ["GET /orders", undefined, false, "api sends GET /orders to orders."],
                [
                    "GET /orders",
                    undefined,
                    true,
                    "Anyone on the internet may call api: GET /orders asks nobody who he is.",
                ],
                ["POST /orders", "JWT", false, "Callers of api show what its authorizer asks for."],
                ["POST /orders", "JWT", false, "api sends POST /orders to orders."],
            ]);
        });
        it("a distribution, which is made to be asked", () => {
            const program: Program = {
                ...url("AWS_IAM"),
                pages: declare(CloudFrontDistribution, {
                    enabled: true,
                    origins: [{ originId: "x", domainName: ref("url.functionUrl") }],
                }),
            };
            assert.ok(edges(drawn(program), "calls").includes("Internet -> pages"));
        });
        const permission = (inputs: object): Program => ({
            ...orders(read),
            table,
            permission: declare(LambdaPermission, {
                function: ref("orders.name"),
                action: "lambda:InvokeFunction",
                principal: "*",
                ...inputs,
            }),
        });
        const permitted: Readonly<Record<string, readonly [object, readonly string[]]>> = {
            everybody: [{}, ["Any AWS account -> Invoke orders!", "Invoke orders -> orders"]],
            "a service for anybody": [
                { principal: "events.amazonaws.com" },
                ["Any AWS account -> Any rule!", "Any rule -> orders!"],
            ],
            "a service for a source elsewhere": [
                { principal: "events.amazonaws.com", sourceArn: "arn:aws:events:us-east-1:123456789012:rule/x" },
                ["EventBridge -> orders"],
            ],
            "another account": [{ principal: "444455556666" }, ["Other account -> orders"]],
            "a role elsewhere": [{ principal: "arn:aws:iam::444455556666:role/caller" }, ["caller -> orders"]],
            "whom it does not tell yet": [{ principal: unknown }, ["Not known yet -> orders?"]],
        };
        for (const [whom, [inputs, wanted]] of Object.entries(permitted)) {
            it(`a function, by a permission: ${whom}`, () => {
                const drawing = drawn(permission(inputs));
                assert.deepEqual(
                    [...edges(drawing, "calls"), ...edges(drawing, "triggers")]
                        .filter((one) => /orders|Any/.test(one))
                        .toSorted(),
                    wanted,
                );
            });
        }
    });

    describe("tells what starts what", () => {
        it("over rules, mappings and subscriptions", () => {
            const drawing = drawn({
                ...orders(read),
                table,
                nightly: declare(EventRule, { scheduleExpression: "rate(1 day)" }),
                target: declare(EventTarget, { rule: ref("nightly.name"), arn: ref("orders.arn") }),
                queue: declare(SqsQueue, {}),
                mapping: declare(EventSourceMapping, {
                    eventSourceArn: ref("queue.arn"),
                    functionName: ref("orders.arn"),
                }),
                topic: declare(SnsTopic, {}),
                subscription: declare(SnsTopicSubscription, {
                    topic: ref("topic.arn"),
                    protocol: "lambda",
                    endpoint: ref("orders.arn"),
                }),
            });
            assert.deepEqual([...edges(drawing, "triggers")].sort(), [
                "EventBridge -> nightly",
                "mapping -> orders",
                "nightly -> orders",
                "topic -> orders",
            ]);
            assert.deepEqual(edges(drawing, "feeds"), ["queue -> mapping~"]);
        });
        it("but not what is switched off", () => {
            const mapping = declare(EventSourceMapping, {
                eventSourceArn: ref("queue.arn"),
                functionName: ref("orders.arn"),
                enabled: false,
            });
            assert.deepEqual(
                edges(drawn({ ...orders(read), table, queue: declare(SqsQueue, {}), mapping }), "triggers"),
                [],
            );
        });
    });

    describe("tells who acts as whom", () => {
        const role = (statement: object): Program => ({
            role: declare(IamRole, { assumeRolePolicy: trusting(statement) }),
        });
        const oidc = (sub: object) => ({
            ...{ Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity" },
            Principal: { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
            Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com", ...sub } },
        });
        const root = { ...assume, Principal: { AWS: "arn:aws:iam::444455556666:root" } };
        const trusted: Readonly<Record<string, readonly [object, readonly string[]]>> = {
            "another account": [root, ["Other account -> role!"]],
            "another account with an external id": [
                { ...root, Condition: { StringEquals: { "sts:ExternalId": "x" } } },
                ["Other account -> role"],
            ],
            everybody: [{ ...assume, Principal: "*" }, ["Any AWS account -> role!"]],
            "everybody of an organization": [
                { ...assume, Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } },
                ["Organization -> role"],
            ],
            "the stack's own account": [
                { ...assume, Principal: { AWS: "arn:aws:iam::123456789012:root" } },
                ["IAM callers -> role"],
            ],
            "in China": [
                { ...assume, Principal: { AWS: "arn:aws-cn:iam::444455556666:root" } },
                ["Other account -> role!"],
            ],
            "a service": [
                { ...assume, Principal: { Service: "scheduler.amazonaws.com" } },
                ["EventBridge Scheduler -> role"],
            ],
            "every repository": [oidc({}), ["GitHub Actions -> role!"]],
            "one repository": [
                oidc({ "token.actions.githubusercontent.com:sub": "repo:shop/api:ref:refs/heads/main" }),
                ["GitHub Actions -> role"],
            ],
            "whom it does not tell yet": [{ ...assume, Principal: { AWS: unknown } }, ["Not known yet -> role?"]],
        };
        for (const [whom, [statement, wanted]] of Object.entries(trusted))
            it(whom, () => assert.deepEqual(edges(drawn(role(statement)), "assumes"), wanted));
        it("another role of the stack, also where its ARN is not known yet", () => {
            const program: Program = {
                caller: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
                called: declare(IamRole, {
                    assumeRolePolicy: trusting({ ...assume, Principal: { AWS: ref("caller.arn") } }),
                }),
            };
            assert.ok(edges(drawn(program), "assumes").includes("caller -> called"));
        });
        it("guests and customers of a pool", () => {
            const program: Program = {
                customers: declare(CognitoUserPool, {}),
                pool: declare(CognitoIdentityPool, {
                    ...{ identityPoolName: "shop", allowUnauthenticatedIdentities: true },
                    cognitoIdentityProviders: [{ providerName: ref("customers.endpoint"), clientId: "c1" }],
                }),
                guest: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
                attachment: declare(CognitoIdentityPoolRoleAttachment, {
                    identityPoolId: ref("pool.id"),
                    roles: { unauthenticated: ref("guest.arn") },
                }),
            };
            const drawing = drawn(program);
            assert.deepEqual(edges(drawing, "calls"), ["Internet -> pool!", "customers -> pool"]);
            assert.ok(edges(drawing, "assumes").includes("pool -> guest"));
        });
        it("users by their keys, and members of groups", () => {
            const program: Program = {
                user: declare(IamUser, {}),
                key: declare(IamAccessKey, { user: ref("user.name") }),
                group: declare(IamGroup, {}),
                membership: declare(IamUserGroupMembership, { user: ref("user.name"), groups: [ref("group.name")] }),
                rights: declare(IamGroupPolicyAttachment, {
                    group: ref("group.name"),
                    policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
                }),
            };
            assert.deepEqual(edges(drawn(program)), [
                "Members of group -> group!",
                "Key holders -> user!",
                "group -> Everything in the account",
                "user -> group",
            ]);
        });
        it("what runs under a role, of another stack too", () => {
            const program: Program = {
                ...orders(read),
                table,
                away: declare(LambdaFunction, { role: "arn:aws:iam::123456789012:role/elsewhere" }),
                profile: declare(IamInstanceProfile, { role: ref("role.name") }),
                host: declare(Ec2Instance, { iamInstanceProfile: ref("profile.name") }),
            };
            assert.deepEqual(edges(drawn(program), "runs-as"), ["host -> role", "away -> elsewhere", "orders -> role"]);
            const { nodes } = drawn(program);
            assert.equal(nodes.find(({ name }) => name === "elsewhere")?.isElsewhere, true);
        });
    });

    describe("tells what may be done to what", () => {
        const may = (...statements: readonly object[]) =>
            drawn({ ...orders(...statements), table, queue: declare(SqsQueue, {}), key: declare(KmsKey, {}) });
        it("in one line for each resource, whatever the statements", () => {
            const drawing = may(read, {
                Sid: "Write",
                Action: ["dynamodb:PutItem"],
                Resource: [ref("table.arn"), ref("table.arn", "", "/index/*")],
            });
            assert.deepEqual(edges(drawing, "may"), ["role -> table"]);
            const [line] = drawing.edges.filter(({ kind }) => kind === "may");
            assert.deepEqual(
                [line?.actions, line?.levels, line?.via.map(({ statement }) => statement)],
                [
                    ["dynamodb:GetItem", "dynamodb:PutItem"],
                    ["Read", "Write"],
                    ["Write", "statement 1"],
                ],
            );
            assert.deepEqual(
                drawing.roles[0]?.grants.map(({ statement, resources }) => [
                    statement,
                    resources.map(({ part }) => part),
                ]),
                [
                    ["Write", [undefined, "/index/*"]],
                    ["statement 1", [undefined]],
                ],
            );
        });
        const granted: Readonly<Record<string, readonly [object, readonly string[]]>> = {
            "every table": [{ Action: "dynamodb:GetItem", Resource: "*" }, ["role -> Every table"]],
            "every table, by its ARN": [
                { Action: "dynamodb:*", Resource: "arn:aws:dynamodb:*:*:table/*" },
                ["role -> Every table"],
            ],
            "a family": [
                { Action: "dynamodb:GetItem", Resource: "arn:aws:dynamodb:us-east-1:123456789012:table/orders-*" },
                ["role -> table/orders-*"],
            ],
            "what lives elsewhere": [
                { Action: "sqs:SendMessage", Resource: "arn:aws:sqs:us-east-1:444455556666:theirs" },
                ["role -> theirs"],
            ],
            "what its own service has": [
                { Action: ["sqs:SendMessage", "dynamodb:GetItem"], Resource: [ref("queue.arn"), ref("table.arn")] },
                ["role -> queue", "role -> table"],
            ],
            everything: [{ Action: "*", Resource: "*" }, ["role -> Everything in the account"]],
            "a key by name": [{ Action: "kms:Decrypt", Resource: ref("key.arn") }, ["role -> key~"]],
            "every key": [{ Action: "kms:Decrypt", Resource: "*" }, ["role -> Every key"]],
            traces: [{ Action: "xray:PutTraceSegments", Resource: "*" }, ["role -> Everything in X-Ray~"]],
            "nothing that is denied": [{ Effect: "Deny", Action: "dynamodb:GetItem", Resource: "*" }, []],
            "nothing of what is no ARN": [{ Action: "dynamodb:GetItem", Resource: "orders*" }, []],
        };
        for (const [what, [statement, wanted]] of Object.entries(granted))
            it(what, () => assert.deepEqual(edges(may(statement), "may").toSorted(), wanted));
        it("less what is denied", () =>
            assert.deepEqual(edges(may(read, { Effect: "Deny", Action: "dynamodb:*", Resource: "*" }), "may"), []));
        it("with the stack's own that a wildcard covers", () => {
            const { nodes } = may({ Action: "dynamodb:GetItem", Resource: "*" });
            const every = nodes.find(({ id }) => id === "wild:dynamodb:table");
            assert.ok(every?.isWild);
            assert.deepEqual(
                every.covers,
                nodes.filter(({ kind }) => kind === "table").map(({ id }) => id),
            );
        });
        it("which roles it hands on", () =>
            assert.deepEqual(edges(may({ Action: "iam:PassRole", Resource: "*" }), "passes"), ["role -> Every role"]));
        it("of what is not known yet, what went into it", () => {
            const drawing = drawn({ ...orders(read), table }, true);
            assert.deepEqual(edges(drawing, "may"), ["role -> table?"]);
            assert.deepEqual(drawing.edges.find(({ kind }) => kind === "may")?.awaits, ["policy.policy"]);
        });
        it("by policies of AWS's, what they are for", () => {
            const program: Program = {
                role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
                attachment: declare(IamRolePolicyAttachment, {
                    role: ref("role.name"),
                    policyArn: "arn:aws:iam::aws:policy/AmazonSQSFullAccess",
                }),
                orders: declare(LambdaFunction, { role: ref("role.arn") }),
            };
            const drawing = drawn(program);
            assert.deepEqual(edges(drawing, "may"), ["role -> Every queue"]);
            assert.equal(drawing.roles[0]?.grants[0]?.managed, "AmazonSQSFullAccess");
        });
        it("whom a resource lets in by its own policy", () => {
            const queue = (statement: object): Program => ({
                queue: declare(SqsQueue, {}),
                policy: declare(SqsQueuePolicy, {
                    queueUrl: ref("queue.id"),
                    policy: policyOf({ Action: "sqs:SendMessage", Resource: ref("queue.arn"), ...statement }),
                }),
            });
            assert.deepEqual(edges(drawn(queue({ Principal: "*" }))), ["Internet -> queue!"]);
            assert.deepEqual(edges(drawn(queue({ Principal: { Service: "sns.amazonaws.com" } }))), [
                "Any AWS account -> Any topic!",
                "Any topic -> queue!",
            ]);
            assert.deepEqual(edges(drawn(queue({ Principal: { AWS: "arn:aws:iam::444455556666:root" } }))), [
                "Other account -> queue",
            ]);
        });
    });

    it("has networks as bands, with what stands there and who connects", () => {
        const group = (ingress: readonly object[]) =>
            declare(Ec2SecurityGroup, {
                vpcId: ref("vpc.id"),
                ingress: ingress as never,
                egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/16"] }],
            });
        const program: Program = {
            vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
            subnet: declare(Ec2Subnet, { vpcId: ref("vpc.id"), cidrBlock: "10.0.1.0/24" }),
            clients: group([]),
            stores: group([{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [ref("clients.id")] }]),
            subnets: declare(RdsSubnetGroup, { subnetIds: [ref("subnet.id")] }),
            database: declare(RdsInstance, {
                ...{ engine: "postgres", instanceClass: "db.t4g.micro", publiclyAccessible: false },
                ...{ dbSubnetGroupName: ref("subnets.name"), vpcSecurityGroupIds: [ref("stores.id")] },
            }),
            host: declare(Ec2Instance, { subnetId: ref("subnet.id"), vpcSecurityGroupIds: [ref("clients.id")] }),
        };
        const drawing = drawn(program);
        assert.deepEqual(
            drawing.networks.map(({ name, sub, parts }) => [name, sub, parts.length]),
            [["vpc", "10.0.0.0/16 · 1 private subnet · no internet gateway", 3]],
        );
        assert.deepEqual(
            drawing.nodes.map(({ name, network }) => [name, network === drawing.networks[0]?.id]),
            [
                ["host", true],
                ["database", true],
            ],
        );
        assert.deepEqual(edges(drawing, "network"), ["host -> database"]);
    });
});
