import { IamPolicy, IamRole, IamRolePolicy, IamRolePolicyAttachment, KmsKey, LambdaFunction } from "../../../model/aws";
import { declare, functionAllowed, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/exec-role-kms-decrypt-scoped";
import { testRule } from "../../support/rule-tester";

const key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const everyKey = "arn:aws:kms:eu-west-1:111122223333:key/*";
const decrypt = (Resource: string | readonly string[], more: object = {}) =>
    functionAllowed({ Action: "kms:Decrypt", Resource, ...more });
const under = (Condition: object) => decrypt("*", { Condition });
const role = declare(IamRole, { assumeRolePolicy: trusts("lambda") });
const asObject = (statement: object) => ({
    role,
    policy: declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: { Statement: [{ Effect: "Allow", ...statement }] } as never,
    }),
});

testRule(rule, {
    valid: {
        "a key": decrypt(key),
        "a key in China": decrypt("arn:aws-cn:kms:cn-north-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
        "a key's id in any region": decrypt("arn:aws:kms:*:*:key/mrk-1234abcd12ab34cd56ef1234567890ab"),
        "all that reads or writes with a key, by pattern": functionAllowed({
            Action: ["kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"],
            Resource: key,
        }),
        "every action on a key, which is the wildcard policy's": functionAllowed({ Action: "kms:*", Resource: key }),
        "an alias, which grants nothing": decrypt("arn:aws:kms:eu-west-1:111122223333:alias/*"),
        "a key of this stack": {
            orders: declare(KmsKey, {}),
            role,
            policy: declare(IamRolePolicy, {
                role: ref("role.name"),
                policy: policyOf({ Action: "kms:Decrypt", Resource: ref("orders.arn") }),
            }),
        },
        "through one service": under({
            StringEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" },
        }),
        "one context": under({ StringEquals: { "kms:EncryptionContext:SecretARN": "arn:aws:s3:::orders" } }),
        "a key by its alias": under({ "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/orders" } }),
        "keys by their tags": under({ StringEquals: { "aws:ResourceTag/app": "orders" } }),
        "actions that read nothing": functionAllowed({ Action: ["kms:DescribeKey", "kms:ListAliases"], Resource: "*" }),
        "a denial": decrypt("*", { Effect: "Deny" }),
        "denied but for one key": functionAllowed(
            { Action: "kms:Decrypt", Resource: "*" },
            { Effect: "Deny", Action: "kms:*", NotResource: key },
        ),
        "within a boundary that names the key": {
            boundary: declare(IamPolicy, { policy: policyOf({ Action: "kms:*", Resource: key }) }),
            role: declare(IamRole, {
                assumeRolePolicy: trusts("lambda"),
                permissionsBoundary: ref("boundary.arn"),
                inlinePolicies: [{ name: "keys", policy: policyOf({ Action: "kms:Decrypt", Resource: "*" }) }],
            }),
        },
        "a role that people assume": {
            role: declare(IamRole, {
                assumeRolePolicy: policyOf({ Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } }),
                inlinePolicies: [{ name: "keys", policy: policyOf({ Action: "kms:Decrypt", Resource: "*" }) }],
            }),
        },
        "an administrator, which is another policy's": functionAllowed({ Action: "*", Resource: "*" }),
        "a key that is not known yet": asObject({ Action: "kms:Decrypt", Resource: unknown }),
    },
    invalid: {
        "a star": { given: decrypt("*"), reports: ["policy: policy"], weighs: ["high"] },
        "every key of an account": { given: decrypt(everyKey), reports: ["policy: policy"] },
        "every key anywhere, in China": { given: decrypt("arn:aws-cn:kms:*:*:key/*"), reports: ["policy: policy"] },
        "every key beside a named one": { given: decrypt([key, everyKey]), reports: ["policy: policy"] },
        "data keys of every key, in any case": {
            given: functionAllowed({ Action: "KMS:generatedatakey*", Resource: "*" }),
            reports: ["policy: policy"],
        },
        "by a pattern of actions": {
            given: functionAllowed({ Action: "kms:*crypt*", Resource: "*" }),
            reports: ["policy: policy"],
        },
        "every key that is replicated": {
            given: decrypt("arn:aws:kms:*:111122223333:key/mrk-*"),
            reports: ["policy: policy"],
            weighs: ["medium"],
        },
        "keys of the caller's account, which they are anyway": {
            given: under({ StringEquals: { "kms:CallerAccount": "111122223333" } }),
            reports: ["policy: policy"],
            weighs: ["high"],
        },
        "keys with that alias or with none": {
            given: under({ "ForAllValues:StringEquals": { "kms:ResourceAliases": "alias/orders" } }),
            reports: ["policy: policy"],
        },
        "through any service": {
            given: under({ StringLike: { "kms:ViaService": "*" } }),
            reports: ["policy: policy"],
        },
        "from one network only": {
            given: under({ StringEquals: { "aws:SourceVpce": "vpce-1" } }),
            reports: ["policy: policy"],
            weighs: ["medium"],
        },
        "an action beside others, on an object": {
            given: asObject({ Action: ["s3:GetObject", "kms:Decrypt"], Resource: ["arn:aws:s3:::orders/*", "*"] }),
            reports: ["policy: policy.Statement[0]"],
        },
        "in a policy that is attached": {
            given: {
                role,
                keys: declare(IamPolicy, { policy: policyOf({ Action: "kms:Decrypt", Resource: "*" }) }),
                attachment: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn: ref("keys.arn") }),
                orders: declare(LambdaFunction, { role: ref("role.arn") }),
            },
            reports: ["keys: policy"],
        },
    },
    undecided: {
        "actions that are not known yet": {
            given: asObject({ Action: unknown, Resource: "*" }),
            awaits: ["policy.policy.Statement[0].Action"],
        },
        "the whole policy is unknown": {
            given: { role, policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }) },
            awaits: ["policy.policy"],
        },
    },
});
