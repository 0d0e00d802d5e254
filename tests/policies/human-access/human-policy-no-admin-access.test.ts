import {
    IamGroup,
    IamGroupMembership,
    IamGroupPolicy,
    IamGroupPolicyAttachment,
    IamGroupPolicyAttachmentsExclusive,
    IamPolicy,
    IamPolicyAttachment,
    IamRole,
    IamUser,
    IamUserGroupMembership,
    IamUserPolicy,
    IamUserPolicyAttachment,
    IamUserPolicyAttachmentsExclusive,
} from "../../../model/aws";
import { declare, type Example, functionAllowed, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/human-access/human-policy-no-admin-access";
import { testRule } from "../../support/rule-tester";

const clara = declare(IamUser, { name: "clara" });
const staff = declare(IamGroup, { name: "staff" });
const everything = { Action: "*", Resource: "*" };
const ofClara = (...statements: readonly object[]) => ({
    clara,
    policy: declare(IamUserPolicy, { user: ref("clara.name"), policy: policyOf(...statements) }),
});
const ofStaff = (...statements: readonly object[]) => ({
    staff,
    policy: declare(IamGroupPolicy, { group: ref("staff.name"), policy: policyOf(...statements) }),
});
const attachedTo = (policyArn: string) => ({
    staff,
    attachment: declare(IamGroupPolicyAttachment, { group: ref("staff.name"), policyArn }),
});
const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
const assumed = (Principal: object, more: object = {}) => ({
    admin: declare(IamRole, {
        assumeRolePolicy: policyOf({ Action: "sts:AssumeRole", Principal, ...more }),
        managedPolicyArns: [administrator],
    }),
});

testRule(rule, {
    valid: {
        "listed actions": ofClara({ Action: ["s3:GetObject", "s3:ListBucket"], Resource: "*" }),
        "every action on one bucket": ofStaff({ Action: "*", Resource: "arn:aws:s3:::reports/*" }),
        "a whole service": ofStaff({ Action: "cloudwatch:*", Resource: "*" }),
        "everything, and a denial of the same": ofStaff(everything, { Effect: "Deny", ...everything }),
        "everything, to another user": ofClara({
            ...everything,
            Condition: { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:user/maria" } },
        }),
        "everything, to whoever is a service": ofClara({
            ...everything,
            Condition: { Bool: { "aws:PrincipalIsAWSService": "true" } },
        }),
        "a denial of everything": ofStaff({ Effect: "Deny", ...everything }),
        "a user of a group that reads": {
            ...attachedTo("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"),
            clara,
        },
        "the billing of the account, in China": attachedTo("arn:aws-cn:iam::aws:policy/job-function/Billing"),
        "one's own credentials": ofStaff({
            Action: "iam:*AccessKey*",
            Resource: "arn:aws:iam::*:user/${aws:username}",
        }),
        "a role that people assume through a federation": assumed({
            Federated: "arn:aws:iam::111122223333:saml-provider/corp",
        }),
        "a role that people assume with a second factor": assumed(
            { AWS: "arn:aws:iam::111122223333:root" },
            { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } },
        ),
        "an execution role, which is another policy's finding": functionAllowed(everything),
        "an administrator's policy that nothing attaches": {
            clara,
            policy: declare(IamPolicy, { policy: policyOf(everything) }),
        },
        "an administrator's policy that a role carries": {
            staff,
            ...assumed({ AWS: "111122223333" }),
            policy: declare(IamPolicy, { policy: policyOf(everything) }),
            attachment: declare(IamPolicyAttachment, { roles: [ref("admin.name")], policyArn: ref("policy.arn") }),
        },
    },
    invalid: {
        "a user's exclusive list": {
            given: {
                clara,
                only: declare(IamUserPolicyAttachmentsExclusive, {
                    userName: ref("clara.name"),
                    policyArns: [administrator],
                }),
            },
            reports: ["only: policyArns[0]"],
        },
        "a group's exclusive list": {
            given: {
                staff,
                only: declare(IamGroupPolicyAttachmentsExclusive, {
                    groupName: ref("staff.name"),
                    policyArns: [administrator],
                }),
            },
            reports: ["only: policyArns[0]"],
        },
        "a member of a group that is one, once": {
            given: {
                ...attachedTo(administrator),
                clara,
                membership: declare(IamUserGroupMembership, {
                    user: ref("clara.name"),
                    groups: [ref("staff.name")],
                } as Example),
            },
            reports: ["attachment: policyArn"],
        },
        "a user whose group demands a second factor": {
            given: {
                clara,
                staff,
                policy: declare(IamUserPolicy, { user: ref("clara.name"), policy: policyOf(everything) }),
                mfa: declare(IamGroupPolicy, {
                    group: ref("staff.name"),
                    policy: policyOf({
                        Effect: "Deny",
                        ...everything,
                        Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
                    }),
                }),
                membership: declare(IamGroupMembership, {
                    group: ref("staff.name"),
                    users: [ref("clara.name")],
                } as Example),
            },
            reports: ["policy: policy"],
            weighs: ["medium"],
        },
        "everything, to the user itself": {
            given: ofClara({
                ...everything,
                Condition: { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:user/clara" } },
            }),
            reports: ["policy: policy"],
        },
        "a user's inline policy": {
            given: ofClara(everything),
            reports: ["policy: policy"],
            weighs: ["high"],
        },
        "everything, for two days": {
            given: ofStaff({
                ...everything,
                Condition: { DateLessThan: { "aws:CurrentTime": "2026-11-30T00:00:00Z" } },
            }),
            today: "2026-11-28",
            reports: ["policy: policy"],
            weighs: ["medium"],
        },
        "everything, denied after two days": {
            given: ofStaff(everything, {
                Effect: "Deny",
                ...everything,
                Condition: { DateGreaterThan: { "aws:CurrentTime": "2026-11-30T00:00:00Z" } },
            }),
            today: "2026-11-28",
            reports: ["policy: policy"],
            weighs: ["medium"],
        },
        "everything, from a day on": {
            given: ofStaff({
                ...everything,
                Condition: { DateGreaterThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } },
            }),
            today: "2026-11-28",
            reports: ["policy: policy"],
            weighs: ["high"],
        },
        "everything, to sessions that are not old": {
            given: ofStaff(everything, {
                Effect: "Deny",
                ...everything,
                Condition: { DateLessThan: { "aws:TokenIssueTime": "2024-05-01T00:00:00Z" } },
            }),
            today: "2026-11-28",
            reports: ["policy: policy"],
            weighs: ["high"],
        },
        "a group's inline policy, in any case": {
            given: ofStaff({ Action: ["s3:GetObject", "IAM:*"], Resource: ["arn:aws:s3:::reports/*", "*"] }),
            reports: ["policy: policy"],
        },
        "all but a few actions": { given: ofStaff({ NotAction: "iam:*", Resource: "*" }), reports: ["policy: policy"] },
        "as an object": {
            given: {
                clara,
                policy: declare(IamUserPolicy, {
                    user: ref("clara.name"),
                    policy: { Statement: { Effect: "Allow", ...everything } } as never,
                }),
            },
            reports: ["policy: policy.Statement"],
        },
        "AWS's policy, on a group": { given: attachedTo(administrator), reports: ["attachment: policyArn"] },
        "AWS's policy for IAM": {
            given: attachedTo("arn:aws-us-gov:iam::aws:policy/IAMFullAccess"),
            reports: ["attachment: policyArn"],
        },
        "AWS's policy, on a user of another stack": {
            given: {
                attachment: declare(IamUserPolicyAttachment, {
                    user: "clara",
                    policyArn: "arn:aws-cn:iam::aws:policy/PowerUserAccess",
                }),
            },
            reports: ["attachment: policyArn"],
        },
        "attached by a list, to a user and a group": {
            given: {
                clara,
                staff,
                attachment: declare(IamPolicyAttachment, {
                    users: [ref("clara.name")],
                    groups: [ref("staff.name")],
                    policyArn: administrator,
                }),
            },
            reports: ["attachment: policyArn", "attachment: policyArn"],
        },
        "a customer-managed policy": {
            given: {
                clara,
                policy: declare(IamPolicy, { policy: policyOf(everything) }),
                attachment: declare(IamUserPolicyAttachment, {
                    user: ref("clara.name"),
                    policyArn: ref("policy.arn"),
                }),
            },
            reports: ["policy: policy"],
        },
        "with a second factor, which weighs less": {
            given: ofStaff({ ...everything, Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
            reports: ["policy: policy"],
            weighs: ["medium"],
        },
        "within a boundary, which weighs less": {
            given: {
                clara: declare(IamUser, {
                    name: "clara",
                    permissionsBoundary: "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
                }),
                attachment: declare(IamUserPolicyAttachment, { user: ref("clara.name"), policyArn: administrator }),
            },
            reports: ["attachment: policyArn"],
            weighs: ["medium"],
        },
    },
    undecided: {
        "a policy not known yet": {
            given: { clara, policy: declare(IamUserPolicy, { user: ref("clara.name"), policy: unknown }) },
            awaits: ["policy.policy"],
        },
        "a policy that another stack declares": {
            given: attachedTo("arn:aws:iam::111122223333:policy/operators"),
            awaits: ["attachment.policyArn"],
        },
    },
});
