import { IamRole } from "../../model/aws";
import { declare, type Program, policyOf, ref } from "../../pack";
import rule from "../../policies/execution-roles/exec-role-no-privilege-escalation";
import { testRule } from "../support/rule-tester";
import { everything, group, policy, readTable, role, under } from "./parts";

/** Where the resources of a test are. */
const ACCOUNT = "123456789012";
const account = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
const arn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const admitting = (trust: object) =>
    ({ Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", ...trust }] }) as never;
/** A role that may do these things and is assumed by whom its trust says. */
const trusting = (name: string, trust: object, ...statements: readonly object[]) =>
    declare(IamRole, {
        name,
        assumeRolePolicy: admitting(trust),
        inlinePolicies: [{ name: "own", policy: policyOf(...statements) }],
    });
const assume = { Action: "sts:AssumeRole", Resource: arn("ops") };
const assuming = (trust: object, statements: readonly object[] = [everything], grant: object = assume): Program => ({
    role,
    ops: trusting("ops", trust, ...statements),
    policy: policy(grant),
});
const reports = ["policy: policy.Statement[0]"];
const named = { Principal: { AWS: arn("app") } };
const second = (value: string) => ({ Condition: { Bool: { "aws:MultiFactorAuthPresent": value } } });

testRule(rule, {
    valid: {
        "people, of the role that they are meant to assume": {
            ...group(assume),
            ops: trusting("ops", { Principal: account }, everything),
        },
        "a role that can do no more than is named": assuming({ Principal: account }, [readTable]),
        "one that lets another role in": assuming({ Principal: { AWS: arn("other") } }),
        "one that lets a service in": assuming({ Principal: { Service: "lambda.amazonaws.com" } }),
        "one of which only people with a second factor are let in": assuming({ Principal: account, ...second("true") }),
        "one that lets in principals of another name": assuming({
            Principal: account,
            Condition: { ArnLike: { "aws:PrincipalArn": arn("ops-*") } },
        }),
        "one of the account whom no grant names": assuming({ Principal: account }, [everything], readTable),
        "a grant for another role": assuming({ Principal: account }, [everything], {
            Action: "sts:AssumeRole",
            Resource: arn("reports"),
        }),
        "roles that live elsewhere": {
            role,
            policy: policy({ Action: "sts:AssumeRole", Resource: "*" }),
        },
        "every role, of which one is an administrator's that trusts a service": {
            role,
            admin: under("ec2", everything),
            policy: policy({ Action: "sts:AssumeRole", Resource: "*" }),
        },
    },
    invalid: {
        "an administrator's that lets the account in": {
            given: assuming({ Principal: account }),
            reports,
            weighs: ["critical"],
        },
        "the same, written as the account's number": {
            given: assuming({ Principal: { AWS: ACCOUNT } }),
            reports,
        },
        "with an external id, which whoever assumes it sets": {
            given: assuming({ Principal: account, Condition: { StringEquals: { "sts:ExternalId": "orders" } } }),
            reports,
        },
        "one that can become an administrator's": {
            given: assuming({ Principal: account }, [{ Action: "iam:PutUserPolicy", Resource: "*" }]),
            reports,
        },
        "by a pattern that reaches it": {
            given: assuming({ Principal: account }, [everything], {
                Action: "sts:*",
                Resource: "arn:aws:iam::*:role/o*",
            }),
            reports,
        },
        "by name in its trust policy, which needs no grant": {
            given: assuming(named, [everything], readTable),
            reports: ["ops: assumeRolePolicy.Statement[0]"],
            weighs: ["critical"],
        },
        "by reference, in both": {
            given: assuming({ Principal: { AWS: ref("role.arn") } }, [everything], {
                Action: "sts:AssumeRole",
                Resource: ref("ops.arn"),
            }),
            reports: ["ops: assumeRolePolicy.Statement[0]"],
        },
        "principals of its name": {
            given: assuming({
                Principal: account,
                Condition: { ArnLike: { "aws:PrincipalArn": arn("a*") } },
            }),
            reports,
        },
        "through a chain of roles": {
            given: {
                ...assuming({ Principal: account }, [{ Action: "sts:AssumeRole", Resource: arn("root") }]),
                root: trusting("root", { Principal: account }, everything),
            },
            reports,
        },
        "people without a second factor, where any role will do": {
            given: {
                ...group({ Action: "sts:AssumeRole", Resource: "*" }),
                ops: trusting("ops", { Principal: account }, everything),
            },
            reports: ["policy: policy"],
            weighs: ["medium"],
        },
    },
});
