import { IamRole, IamRolePolicy, RdsCluster } from "../../../model/aws";
import { UNKNOWN } from "../../../model/values";
import { declare, functionAllowed, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/exec-role-rds-connect-scoped";
import { testRule } from "../../support/rule-tester";

const user = (login: string, partition = "aws") => `arn:${partition}:rds-db:eu-west-1:111122223333:dbuser:${login}`;
const connect = (Resource: string | readonly string[], more: object = {}) =>
    functionAllowed({ Action: "rds-db:connect", Resource, ...more });
const role = declare(IamRole, { assumeRolePolicy: trusts("lambda") });
const asObject = (Resource: unknown) => ({
    role,
    policy: declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: { Statement: [{ Effect: "Allow", Action: "rds-db:connect", Resource }] } as never,
    }),
});
const at = ["policy: policy"];
const inObject = ["policy: policy.Statement[0]"];

testRule(rule, {
    valid: {
        "a user of an instance": connect(user("db-ABCDEFGHIJKL01234/orders")),
        "a user of a cluster, in China": connect(user("cluster-ABCDEFGHIJKL01234/orders", "aws-cn")),
        "a user behind a proxy": connect(user("prx-0123456789abcdef0/orders")),
        "users whose names begin alike": connect(user("db-ABCDEFGHIJKL01234/orders_*")),
        "whoever connects, under a name of their own": connect(user("db-ABCDEFGHIJKL01234/${aws:PrincipalTag/user}")),
        "in every region": connect("arn:aws:rds-db:*:111122223333:dbuser:db-ABCDEFGHIJKL01234/orders"),
        "a known user of a database that is not known yet": asObject(user(`${UNKNOWN}/orders`)),
        "a known user where all before is unknown": asObject(`${UNKNOWN}/orders`),
        "a user of a cluster of this stack": {
            db: declare(RdsCluster, { engine: "aurora-postgresql" }),
            role,
            policy: declare(IamRolePolicy, {
                role: ref("role.name"),
                policy: policyOf({
                    Action: "rds-db:connect",
                    Resource: ref("db.clusterResourceId", user(""), "/orders"),
                }),
            }),
        },
        "denied but to one user": functionAllowed(
            { Action: "rds-db:connect", Resource: "*" },
            { Effect: "Deny", Action: "rds-db:connect", NotResource: user("db-ABCDEFGHIJKL01234/orders") },
        ),
        "a star for another service's action": functionAllowed({ Action: "rds:DescribeDBClusters", Resource: "*" }),
        "beside a star of another service": functionAllowed({
            Action: ["rds-db:connect", "s3:GetObject"],
            Resource: [user("db-ABCDEFGHIJKL01234/orders"), "arn:aws:s3:::*"],
        }),
        "an administrator, which is another policy's": functionAllowed({ Action: "*", Resource: "*" }),
    },
    invalid: {
        "a star": { given: connect("*"), reports: at, weighs: ["high"] },
        "every user of every database": { given: connect(user("*")), reports: at },
        "the same with a slash": { given: connect(user("*/*")), reports: at },
        "every user of a database": { given: connect(user("db-ABCDEFGHIJKL01234/*")), reports: at, weighs: ["high"] },
        "every user behind a proxy": { given: connect(user("prx-0123456789abcdef0/*")), reports: at },
        "every user of a cluster, in China": {
            given: connect(user("cluster-ABCDEFGHIJKL01234/*", "aws-cn")),
            reports: at,
        },
        "a star that goes over the slash": { given: connect(user("db-ABCDEFGHIJKL01234*")), reports: at },
        "everything of the service": { given: connect("arn:aws:rds-db:*:*:*"), reports: at },
        "an ARN that ends early": { given: connect("arn:aws:rds-db:*"), reports: at },
        "beside a named one, in any case": {
            given: functionAllowed({
                Action: "RDS-DB:Connect",
                Resource: [user("db-ABCDEFGHIJKL01234/orders"), user("*")],
            }),
            reports: at,
        },
        "a user of every database": { given: connect(user("*/orders")), reports: at, weighs: ["medium"] },
        "a user of every cluster": { given: connect(user("cluster-*/orders")), reports: at, weighs: ["medium"] },
        "every user, from one network": {
            given: connect(user("*/*"), { Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } }),
            reports: at,
            weighs: ["medium"],
        },
        "every user of a database that is not known yet": { given: asObject(user(`${UNKNOWN}/*`)), reports: inObject },
        "every user where all before is unknown": { given: asObject(`${UNKNOWN}/*`), reports: inObject },
        "every user of a cluster of this stack": {
            given: {
                db: declare(RdsCluster, { engine: "aurora-postgresql" }),
                ...asObject(ref("db.clusterResourceId", user(""), "/*")),
            },
            reports: inObject,
        },
    },
    undecided: {
        "an ARN that is not known yet": {
            given: asObject(unknown),
            awaits: ["policy.policy.Statement[0].Resource"],
        },
        "a user that is not known yet": {
            given: asObject(user(UNKNOWN)),
            awaits: ["policy.policy.Statement[0].Resource"],
        },
        "the whole policy is unknown": {
            given: { role, policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }) },
            awaits: ["policy.policy"],
        },
    },
});
