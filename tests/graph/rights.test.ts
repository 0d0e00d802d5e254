/** Which identities the policies on rights judge, by who acts as them: one grant each, given to everybody in turn. */
import assert from "node:assert/strict";
import {
    IamGroup,
    IamGroupPolicy,
    IamPolicy,
    IamRole,
    IamRolePolicy,
    IamUser,
    IamUserPolicy,
    PermissionSet,
    PermissionSetInlinePolicy,
} from "../../model/aws";
import { declare, type Example, type Program, policyOf, ref, trusts } from "../../pack";
import { rules } from "../../policies";
import { outcome } from "../support/rule-tester";

const account = "arn:aws:iam::111122223333";
const instanceArn = "arn:aws:sso:::instance/ssoins-1";
const web = (Federated: string) => policyOf({ Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated } });
const role = (assumeRolePolicy: string) => (policy: string) => ({
    role: declare(IamRole, { assumeRolePolicy }),
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy }),
});

const WHO: Readonly<Record<string, (policy: string) => Program>> = {
    workload: role(trusts("lambda")),
    machine: role(web(`${account}:oidc-provider/token.actions.githubusercontent.com`)),
    customer: role(web("accounts.google.com")),
    person: role(
        policyOf({ Action: "sts:AssumeRoleWithSAML", Principal: { Federated: `${account}:saml-provider/okta` } }),
    ),
    account: role(policyOf({ Action: "sts:AssumeRole", Principal: { AWS: `${account}:root` } })),
    "permission set": (inlinePolicy) => ({
        set: declare(PermissionSet, { name: "operators", instanceArn }),
        policy: declare(PermissionSetInlinePolicy, {
            instanceArn,
            permissionSetArn: ref("set.arn"),
            inlinePolicy,
        } as Example),
    }),
    user: (policy) => ({
        user: declare(IamUser, { name: "clara" }),
        policy: declare(IamUserPolicy, { user: ref("user.name"), policy }),
    }),
    group: (policy) => ({
        group: declare(IamGroup, { name: "staff" }),
        policy: declare(IamGroupPolicy, { group: ref("group.name"), policy }),
    }),
    nobody: (policy) => ({ policy: declare(IamPolicy, { policy }) }),
};

const PROGRAMS = ["workload", "machine", "customer", "nobody"];
const ALL_BUT_SESSIONS = [...PROGRAMS, "user", "group"];
const GRANTS: Readonly<Record<string, readonly [object, readonly string[]]>> = {
    "exec-role-no-admin-access": [{ Action: "*", Resource: "*" }, PROGRAMS],
    "human-policy-no-admin-access": [{ Action: "*", Resource: "*" }, ["user", "group"]],
    "exec-role-no-service-wildcard-action": [{ Action: "dynamodb:*", Resource: `*` }, PROGRAMS],
    "exec-role-no-resource-star": [{ Action: "dynamodb:PutItem", Resource: "*" }, PROGRAMS],
    "exec-role-secret-read-scoped": [{ Action: "secretsmanager:GetSecretValue", Resource: "*" }, ALL_BUT_SESSIONS],
    "exec-role-kms-decrypt-scoped": [{ Action: "kms:Decrypt", Resource: "*" }, ALL_BUT_SESSIONS],
    "exec-role-passrole-restricted": [{ Action: "iam:PassRole", Resource: "*" }, ALL_BUT_SESSIONS],
    "exec-role-rds-connect-scoped": [{ Action: "rds-db:connect", Resource: "*" }, ALL_BUT_SESSIONS],
    "exec-role-no-privilege-escalation": [{ Action: "iam:CreatePolicyVersion", Resource: "*" }, ALL_BUT_SESSIONS],
};

describe("whose rights are a fault", () => {
    for (const [id, [statement, judged]] of Object.entries(GRANTS)) {
        for (const [who, given] of Object.entries(WHO)) {
            it(`${id}: ${who} ${judged.includes(who) ? "is judged" : "is not"}`, async () => {
                const rule = rules.find((one) => one.id === id);
                assert.ok(rule);
                const { violations } = await outcome(rule, { given: given(policyOf(statement)) });
                assert.deepEqual(violations, judged.includes(who) ? ["policy: policy"] : []);
            });
        }
    }
});
