import {
    Ec2Instance,
    Ec2SecurityGroup,
    IamRole,
    IamRolePolicy,
    LambdaFunction,
    SecretsManagerSecret,
    SnsTopic,
    SnsTopicPolicy,
    SnsTopicSubscription,
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

testRule(rule, {
    valid: {
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
