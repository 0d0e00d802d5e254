import { IamPolicy, IamRole, IamRolePolicy, IamUserPolicy } from "../../../model/aws";
import { declare, json, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/identity-policy-valid";
import { testRule } from "../../support/rule-tester";

const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" };
const policy = (...Statement: readonly object[]) => ({ policy: json({ Version: "2012-10-17", Statement }) });
const trusting = (statement: object) =>
    declare(IamRole, { assumeRolePolicy: json({ Version: "2012-10-17", Statement: [statement] }) });

testRule(rule, {
    valid: {
        "allows and denials": policy(read, { ...read, Effect: "Deny" }),
        "one statement in place of a list": { policy: json({ Version: "2012-10-17", Statement: read }) },
        "the version before": { policy: json({ Version: "2008-10-17", Statement: [read] }) },
        "no version": { policy: json({ Statement: [read] }) },
        "all but some": policy({ Effect: "Deny", NotAction: "s3:*", NotResource: "arn:aws:s3:::orders/*" }),
        "a role that services assume": declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
        "a user's": declare(IamUserPolicy, { user: "maria", ...policy(read) }),
    },
    invalid: {
        "an effect in small letters": { given: policy({ ...read, Effect: "deny" }), reports: ["policy"] },
        "no effect": { given: policy({ Action: "*", Resource: "*" }), reports: ["policy"] },
        "several of them, which are one refusal": {
            given: policy(
                { ...read, Effect: "Denied" },
                { ...read, NotAction: "s3:*" },
                { Effect: "Allow", Resource: "*" },
            ),
            reports: ["policy"],
        },
        "an object in place of text, where the statement has a place of its own": {
            given: declare(IamRolePolicy, {
                role: "orders",
                policy: { Version: "2012-10-17", Statement: [read, { ...read, Effect: "allow" }] } as never,
            }),
            reports: ["policy.Statement[1]"],
        },
        "a version of another day": {
            given: { policy: json({ Version: "2012-10-18", Statement: [read] }) },
            reports: ["policy"],
        },
        "whom it is for, on an identity": { given: policy({ ...read, Principal: "*" }), reports: ["policy"] },
        "no resource": { given: policy({ Effect: "Allow", Action: "s3:GetObject" }), reports: ["policy"] },
        "a customer-managed policy that is no JSON": {
            given: declare(IamPolicy, { policy: "Allow" }),
            reports: ["policy"],
        },
        "an inline policy": {
            given: declare(IamRole, {
                assumeRolePolicy: trusts("lambda"),
                inlinePolicies: [{ name: "read", ...policy({ ...read, Effect: "ALLOW" }) }],
            }),
            reports: ["inlinePolicies[0].policy"],
        },
        "a trust policy with a resource": {
            given: trusting({
                Effect: "Allow",
                Action: "sts:AssumeRole",
                Principal: { AWS: "111122223333" },
                Resource: "*",
            }),
            reports: ["assumeRolePolicy"],
        },
        "a trust policy that names nobody": {
            given: trusting({ Effect: "Allow", Action: "sts:AssumeRole" }),
            reports: ["assumeRolePolicy"],
        },
        "a denial that is misspelt, in a trust policy": {
            given: trusting({ Effect: "deny", Action: "sts:AssumeRole", Principal: "*" }),
            reports: ["assumeRolePolicy"],
        },
    },
    undecided: {
        "an effect that is not known yet": { given: policy({ ...read, Effect: unknown }), awaits: ["policy"] },
        "a policy that is not known yet": { given: { policy: unknown }, awaits: ["policy"] },
    },
});
