import { IamRole, IamRolePolicy, IamRolePolicyAttachment } from "../../../model/aws";
import { declare, functionAllowed, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/monoliths/exec-role-service-breadth";
import { testRule } from "../../support/rule-tester";

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:111122223333:${rest}`;
const uses = {
    dynamodb: { Action: "dynamodb:GetItem", Resource: arn("dynamodb", "table/orders") },
    sqs: { Action: "sqs:SendMessage", Resource: arn("sqs", "accepted") },
    s3: { Action: "s3:GetObject", Resource: "arn:aws:s3:::invoices/*" },
    sns: { Action: "sns:Publish", Resource: arn("sns", "shipped") },
    states: { Action: "states:StartExecution", Resource: arn("states", "stateMachine:refund") },
    ses: { Action: "ses:SendEmail", Resource: arn("ses", "identity/shop.example") },
};
const five = [uses.dynamodb, uses.sqs, uses.s3, uses.sns, uses.states];
const tables = (count: number) => Array.from({ length: count }, (_, index) => arn("dynamodb", `table/orders-${index}`));

const attached = (name: string) =>
    declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn: `arn:aws:iam::aws:policy/${name}` });

testRule(rule, {
    valid: {
        "a broad policy of AWS's, which is a finding of its own": {
            ...functionAllowed(...five),
            mail: attached("AmazonSESFullAccess"),
        },
        "five services": functionAllowed(...five),
        "a wildcard over services, on one table": functionAllowed({
            Action: "*:Get*",
            Resource: arn("dynamodb", "table/orders"),
        }),
        "and what every workload does": functionAllowed(
            ...five,
            { Action: ["logs:PutLogEvents", "xray:PutTraceSegments"], Resource: "*" },
            {
                Action: ["cloudwatch:PutMetricData", "ec2:CreateNetworkInterface", "sts:GetCallerIdentity"],
                Resource: "*",
            },
            { Action: "kms:Decrypt", Resource: arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab") },
        ),
        "a database by its three prefixes": functionAllowed(
            ...five.slice(1),
            { Action: "rds-data:ExecuteStatement", Resource: arn("rds", "cluster:ledger") },
            { Action: "rds-db:connect", Resource: arn("rds-db", "dbuser:cluster-ABC/app") },
        ),
        "a sixth that a denial takes back": functionAllowed(...five, uses.ses, {
            Effect: "Deny",
            Action: "ses:*",
            Resource: "*",
        }),
        "an administrator, who is another policy's finding": functionAllowed(
            { Action: "*", Resource: "*" },
            ...five,
            uses.ses,
        ),
        "what AWS tells to attach to an instance": {
            role: declare(IamRole, { assumeRolePolicy: trusts("ec2") }),
            ssm: declare(IamRolePolicyAttachment, {
                role: ref("role.name"),
                policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
            }),
            own: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...five) }),
        },
        "a pipeline's role": {
            role: declare(IamRole, { assumeRolePolicy: trusts("codebuild") }),
            own: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...five, uses.ses) }),
        },
        "a higher limit": { given: functionAllowed(...five, uses.ses), options: { maxServices: 6 } },
        "a table with its indexes is one store": {
            given: functionAllowed({
                Action: ["dynamodb:PutItem", "dynamodb:Query"],
                Resource: [arn("dynamodb", "table/orders"), arn("dynamodb", "table/orders/index/by-day")],
            }),
            options: { maxWrittenResources: 1 },
        },
        "reading writes nothing": {
            given: functionAllowed({ Action: ["dynamodb:GetItem", "dynamodb:Query"], Resource: tables(4) }),
            options: { maxWrittenResources: 1 },
        },
        "taking messages off a queue": {
            given: functionAllowed(
                { Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource: arn("sqs", "accepted") },
                { Action: "dynamodb:PutItem", Resource: tables(1) },
            ),
            options: { maxWrittenResources: 1 },
        },
    },
    invalid: {
        "six, over several statements": { given: functionAllowed(...five, uses.ses), reports: ["role: "] },
        "six, of which one by an AWS-managed policy that is not broad": {
            given: { ...functionAllowed(...five), own: attached("AWSQuickSightSecretsManagerWritePolicy") },
            reports: ["role: "],
        },
        "services by a wildcard": {
            given: functionAllowed({ Action: "*:Get*", Resource: "*" }),
            reports: ["role: "],
        },
        "more tables than are accepted": {
            given: functionAllowed({ Action: "dynamodb:PutItem", Resource: tables(4) }),
            reports: ["role: "],
        },
        "two buckets where one is accepted": {
            given: functionAllowed({ Action: "s3:PutObject", Resource: ["arn:aws:s3:::a/*", "arn:aws:s3:::b/x/*"] }),
            options: { maxWrittenResources: 1 },
            reports: ["role: "],
        },
    },
    undecided: {
        "a policy that is not known yet": {
            given: {
                ...functionAllowed(...five),
                more: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }),
            },
            awaits: ["more.policy"],
        },
    },
});
