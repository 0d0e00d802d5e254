import {
    CognitoIdentityPool,
    CognitoIdentityPoolRoleAttachment,
    Ec2Instance,
    Ec2SecurityGroup,
    EventBus,
    EventRule,
    EventSourceMapping,
    EventTarget,
    IamRole,
    IamRolePolicy,
    LambdaFunction,
    S3Bucket,
    S3BucketNotification,
    S3BucketPolicy,
    S3BucketPublicAccessBlock,
    SecretsManagerSecret,
    SnsTopic,
    SnsTopicPolicy,
    SnsTopicSubscription,
    SqsQueue,
    SqsQueuePolicy,
} from "../../../model/aws";
import { declare, type Program, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/no-path";
import { testRule } from "../../support/rule-tester";

const good = rule.good;
const bad = rule.bad;
const secret = (action: string, from = "ci"): Program => ({
    [from]: declare(IamRole, { assumeRolePolicy: trusts("codebuild") }),
    policy: declare(IamRolePolicy, {
        role: ref(`${from}.name`),
        policy: policyOf({ Action: action, Resource: ref("signing.arn") }),
    }),
    signing: declare(SecretsManagerSecret, { name: "signing" }),
});
/** A topic to which anyone publishes, a function that it starts, and a host in a group of its own. */
const topic = (principal: string): Program => ({
    orders: declare(SnsTopic, { name: "orders" }),
    policy: declare(SnsTopicPolicy, {
        arn: ref("orders.arn"),
        policy: policyOf({ Principal: principal, Action: "sns:Publish", Resource: ref("orders.arn") } as never),
    }),
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    worker: declare(LambdaFunction, { role: ref("role.arn") }),
    subscription: declare(SnsTopicSubscription, {
        topic: ref("orders.arn"),
        protocol: "lambda",
        endpoint: ref("worker.arn"),
    }),
});

/** A queue to which anyone sends, and a function that reads from it. */
const queue = (enabled: boolean): Program => ({
    inbox: declare(SqsQueue, { name: "inbox" }),
    policy: declare(SqsQueuePolicy, {
        queueUrl: ref("inbox.id"),
        policy: policyOf({ Principal: "*", Action: "sqs:SendMessage", Resource: ref("inbox.arn") } as never),
    }),
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    worker: declare(LambdaFunction, { role: ref("role.arn") }),
    mapping: declare(EventSourceMapping, {
        eventSourceArn: ref("inbox.arn"),
        functionName: ref("worker.arn"),
        enabled,
    }),
});
/** A bucket of which anyone does something, and a function that it starts. */
const bucket = (action: string, more: Program = {}): Program => ({
    uploads: declare(S3Bucket, { bucket: "uploads" }),
    policy: declare(S3BucketPolicy, {
        bucket: ref("uploads.id"),
        policy: policyOf({ Principal: "*", Action: action, Resource: "arn:aws:s3:::uploads/*" } as never),
    }),
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    worker: declare(LambdaFunction, { role: ref("role.arn") }),
    notification: declare(S3BucketNotification, {
        bucket: ref("uploads.id"),
        lambdaFunctions: [{ lambdaFunctionArn: ref("worker.arn"), events: ["s3:ObjectCreated:*"] }],
    }),
    ...more,
});
const barred = declare(S3BucketPublicAccessBlock, { bucket: ref("uploads.id"), restrictPublicBuckets: true });
/** A role for a pool's guests. */
const guests = (allowUnauthenticatedIdentities: boolean): Program => ({
    pool: declare(CognitoIdentityPool, { identityPoolName: "shop", allowUnauthenticatedIdentities }),
    guest: declare(IamRole, {
        assumeRolePolicy: policyOf({
            Principal: { Federated: "cognito-identity.amazonaws.com" },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: {
                StringEquals: { "cognito-identity.amazonaws.com:aud": ref("pool.id") },
                "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "unauthenticated" },
            },
        } as never),
    }),
    roles: declare(CognitoIdentityPoolRoleAttachment, {
        identityPoolId: ref("pool.id"),
        roles: { unauthenticated: ref("guest.arn") },
    }),
});
/** A role that may assume any, another that trusts what is named, and a function that the first may only make anew. */
const assuming = (service: string): Program => ({
    caller: declare(IamRole, { name: "caller", assumeRolePolicy: trusts("codebuild") }),
    grants: declare(IamRolePolicy, {
        role: ref("caller.name"),
        policy: policyOf({ Action: ["sts:AssumeRole", "lambda:CreateFunction"], Resource: "*" }),
    }),
    target: declare(IamRole, {
        assumeRolePolicy:
            service === ""
                ? policyOf({ Principal: { AWS: ref("caller.arn") }, Action: "sts:AssumeRole" } as never)
                : trusts(service),
    }),
    other: declare(LambdaFunction, { role: ref("target.arn") }),
});
/** A function that puts events on a bus, and another that a rule on it starts. */
const events = (state: string): Program => ({
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    grants: declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: policyOf({ Action: "events:PutEvents", Resource: ref("orders.arn") }),
    }),
    shop: declare(LambdaFunction, { role: ref("role.arn") }),
    orders: declare(EventBus, { name: "orders" }),
    rule: declare(EventRule, { name: "rule", eventBusName: ref("orders.name"), eventPattern: "{}", state }),
    target: declare(EventTarget, { rule: ref("rule.name"), eventBusName: ref("orders.name"), arn: ref("worker.arn") }),
    worker: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/worker" }),
});
const toWorker = { options: { pairs: ["internet -> function:worker"] } };

testRule(rule, {
    valid: {
        "a queue whose consumer is switched off": { given: queue(false), ...toWorker },
        "a bucket that anyone reads, since nothing starts by that": { given: bucket("s3:GetObject"), ...toWorker },
        "a bucket that anyone would write to, if S3 did not bar the public": {
            given: bucket("s3:PutObject", { barred }),
            ...toWorker,
        },
        "guests of a pool that takes none": { given: guests(false), options: { pairs: ["internet -> role:guest"] } },
        "a role whose trust does not admit": {
            given: assuming("lambda"),
            options: { pairs: ["role:caller -> role:target"] },
        },
        "a function that is there already, and may only be made": {
            given: assuming("lambda"),
            options: { pairs: ["role:caller -> function:other"] },
        },
        "a rule that is disabled": {
            given: events("DISABLED"),
            options: { pairs: ["function:shop -> function:worker"] },
        },
        "other pairs": { given: bad, options: { pairs: ["internet -> secret:*"] } },
        "a pair of which nothing is here": { given: bad, options: { pairs: ["role:none -> orders"] } },
        "a role that may only see how the secret is set up": {
            given: secret("secretsmanager:DescribeSecret"),
            options: { pairs: ["role:ci -> secret:*"] },
        },
        "the other direction": { given: bad, options: { pairs: ["orders -> checkout"] } },
        "a topic for named publishers": {
            given: topic("arn:aws:iam::111122223333:role/shop"),
            options: { pairs: ["internet -> function:worker"] },
        },
        "a host that nothing admits": {
            given: {
                group: declare(Ec2SecurityGroup, {}),
                host: declare(Ec2Instance, { vpcSecurityGroupIds: [ref("group.id")] }),
            },
            options: { pairs: ["internet -> instance:*"] },
        },
    },
    invalid: {
        "from a queue to what reads it": { given: queue(true), ...toWorker, reports: ["policy: policy"] },
        "a bucket that anyone writes to": { given: bucket("s3:PutObject"), ...toWorker, reports: ["policy: policy"] },
        "guests of a pool": {
            given: guests(true),
            options: { pairs: ["internet -> role:guest"] },
            reports: ["guest: assumeRolePolicy"],
        },
        "a role whose trust admits": {
            given: assuming(""),
            options: { pairs: ["role:caller -> role:target"] },
            reports: ["grants: policy"],
        },
        "over a bus and its rule": {
            given: events("ENABLED"),
            options: { pairs: ["function:shop -> function:worker"] },
            reports: ["grants: policy"],
        },
        "by the name of each": {
            given: bad,
            options: { pairs: ["internet → orders"] },
            reports: ["url: authorizationType"],
        },
        "where somebody is asked, too, if that counts": {
            given: good,
            options: { pairs: ["internet -> orders"], throughAuthentication: true },
            reports: ["url: authorizationType"],
        },
        "a role to a secret": {
            given: secret("secretsmanager:GetSecretValue"),
            options: { pairs: ["role:ci -> secret:*"] },
            reports: ["policy: policy"],
        },
        "through a topic's own policy and its subscription": {
            given: topic("*"),
            options: { pairs: ["internet -> function:worker"] },
            reports: ["policy: policy"],
        },
        "a host on every port": {
            given: {
                group: declare(Ec2SecurityGroup, {
                    ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
                }),
                host: declare(Ec2Instance, { vpcSecurityGroupIds: [ref("group.id")] }),
            },
            options: { pairs: ["internet -> instance:host"] },
            reports: ["group: ingress[0]"],
        },
    },
    undecided: {
        "an address that is not known yet": {
            given: {
                group: declare(Ec2SecurityGroup, {
                    ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: unknown as never }],
                }),
                host: declare(Ec2Instance, { vpcSecurityGroupIds: [ref("group.id")] }),
            },
            options: { pairs: ["internet -> instance:host"] },
            awaits: ["group.ingress[0].cidrBlocks"],
        },
    },
});
