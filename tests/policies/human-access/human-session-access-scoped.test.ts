import {
    IamGroup,
    IamGroupPolicy,
    IamGroupPolicyAttachment,
    IamRole,
    IamRolePolicy,
    IamUser,
    IamUserPolicy,
    PermissionSet,
    PermissionSetInlinePolicy,
} from "../../../model/aws";
import { declare, type Example, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/human-access/human-session-access-scoped";
import { testRule } from "../../support/rule-tester";

const instance = "arn:aws:ec2:eu-west-1:111122223333:instance/i-0abcdef1234567890";
const instances = "arn:aws:ec2:*:*:instance/*";
const forwarding = "arn:aws:ssm:*::document/AWS-StartPortForwardingSessionToRemoteHost";
const shell = "arn:aws:ssm:eu-west-1:111122223333:document/SSM-SessionManagerRunShell";
const endpoint = "arn:aws:ec2:eu-west-1:111122223333:instance-connect-endpoint/eice-0abcdef1234567890";

const staff = declare(IamGroup, { name: "staff" });
const group = (...statements: readonly object[]) => ({
    staff,
    policy: declare(IamGroupPolicy, { group: ref("staff.name"), policy: policyOf(...statements) }),
});
const may = (Action: unknown, Resource: unknown, Condition?: object) => ({
    Action,
    Resource,
    ...(Condition && { Condition }),
});
const session = (Resource: unknown, Condition?: object, given = group) =>
    given(may("ssm:StartSession", Resource, Condition));
const asObject = (statement: object) => ({
    staff,
    policy: declare(IamGroupPolicy, {
        group: ref("staff.name"),
        policy: { Statement: [{ Effect: "Allow", ...statement }] },
    } as Example),
});
const root = { AWS: "arn:aws:iam::111122223333:root" };
const role = (assumeRolePolicy: unknown, ...statements: readonly object[]) => ({
    operator: declare(IamRole, { assumeRolePolicy } as Example),
    policy: declare(IamRolePolicy, { role: ref("operator.name"), policy: policyOf(...statements) }),
});
const people = { Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: root }] };
const checked = { BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" } };
const until = (date: string, key = "aws:CurrentTime") => ({ DateLessThan: { [key]: date } });
const soon = new Date(Date.now() + 5 * 24 * 3600 * 1000);
const deny = (Condition: object) => ({ Effect: "Deny", Action: "ssm:StartSession", Resource: "*", Condition });
const wide = may("ssm:StartSession", "*");
const at = ["policy: policy"];

testRule(rule, {
    valid: {
        "an instance, and the default document": session([instance, shell], checked),
        "an instance, whatever the document": session(instance),
        "by a tag of Systems Manager's": session(instances, { StringLike: { "ssm:resourceTag/Role": ["bastion"] } }),
        "by a tag": session("*", { StringEquals: { "aws:ResourceTag/Role": "bastion" } }),
        "by the tag of whoever asks": session("*", {
            StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" },
        }),
        "forwarding of ports": session([instance, forwarding], checked),
        "forwarding of ports, with the flag as a boolean": session([instance, forwarding], {
            Bool: { "ssm:SessionDocumentAccessCheck": true },
        }),
        "documents alone": session([forwarding]),
        "for a few days": session("*", until(soon.toISOString())),
        "for a few days, in seconds": session("*", {
            NumericLessThan: { "aws:EpochTime": String(Math.floor(soon.getTime() / 1000)) },
        }),
        "of sessions that began by then": session("*", until(soon.toISOString(), "aws:TokenIssueTime")),
        "after an hour's second factor": session("*", { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } }),
        "what has ended": session("*", until("2020-01-01T00:00:00Z")),
        "denied after a few days": group(wide, deny({ DateGreaterThan: { "aws:CurrentTime": soon.toISOString() } })),
        "denied but for a tag": group(wide, deny({ StringNotEquals: { "ssm:resourceTag/Role": "bastion" } })),
        "denied for good": group(wide, { Effect: "Deny", Action: "ssm:StartSession", Resource: "*" }),
        "a document of one's own on every instance": group(
            may("ssm:SendCommand", [instances, "arn:aws:ssm:*:*:document/restart-orders"]),
        ),
        "a script on one instance": group(
            may("ssm:SendCommand", [instance, "arn:aws:ssm:*:*:document/AWS-RunShellScript"]),
        ),
        "a key for one instance": group(may("ec2-instance-connect:SendSSHPublicKey", instance)),
        "a tunnel to a port": group(
            may("ec2-instance-connect:OpenTunnel", endpoint, {
                NumericEquals: { "ec2-instance-connect:remotePort": "22" },
            }),
        ),
        "one cluster's containers": group(
            may("ecs:ExecuteCommand", [
                "arn:aws:ecs:eu-west-1:111122223333:cluster/orders",
                "arn:aws:ecs:eu-west-1:111122223333:task/orders/*",
            ]),
        ),
        "one's own sessions": group(
            may(
                ["ssm:ResumeSession", "ssm:TerminateSession"],
                ["arn:aws:ssm:*:*:session/${aws:username}-*", "arn:aws:ssm:*:*:session/${aws:userid}-*"],
            ),
        ),
        "an administrator": group(may("*", "*"), wide),
        "a function's role, of which another policy speaks": role(trusts("lambda"), wide),
        "what looks only": group(may(["ssm:Describe*", "ssm:GetConnectionStatus"], "*")),
    },
    invalid: {
        "every instance": { given: session("*"), reports: at, weighs: ["medium"] },
        "every instance, by an ARN": { given: session(instances), reports: at },
        "every instance, by what each id begins with": {
            given: session("arn:aws:ec2:eu-west-1:111122223333:instance/i-*"),
            reports: at,
            weighs: ["medium"],
        },
        "every managed node": { given: session("arn:aws:ssm:*:*:managed-instance/mi-*"), reports: at },
        "in China": { given: session("arn:aws-cn:ec2:*:*:instance/*"), reports: at },
        "all of Systems Manager": { given: group(may("ssm:*", "*")), reports: at },
        "any tag": { given: session("*", { StringLike: { "ssm:resourceTag/Role": "*" } }), reports: at },
        "a tag only where there is one": {
            given: session("*", { StringEqualsIfExists: { "ssm:resourceTag/Role": "bastion" } }),
            reports: at,
        },
        "a user": {
            given: {
                clara: declare(IamUser, { name: "clara" }),
                policy: declare(IamUserPolicy, { user: ref("clara.name"), policy: policyOf(wide) }),
            },
            reports: at,
            weighs: ["medium"],
        },
        "a permission set, whose sessions end": {
            given: {
                set: declare(PermissionSet, { name: "operators", instanceArn: "arn:aws:sso:::instance/ssoins-1" }),
                policy: declare(PermissionSetInlinePolicy, {
                    instanceArn: "arn:aws:sso:::instance/ssoins-1",
                    permissionSetArn: ref("set.arn"),
                    inlinePolicy: policyOf(wide),
                }),
            },
            reports: ["policy: inlinePolicy"],
            weighs: ["low"],
        },
        "a role that people assume": { given: role(people, wide), reports: at, weighs: ["low"] },
        "from an office": {
            given: session("*", { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } }),
            reports: at,
            weighs: ["low"],
        },
        "with a second factor": {
            given: session("*", { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
            reports: at,
            weighs: ["low"],
        },
        "an end that is far away": { given: session("*", until("2099-01-01T00:00:00Z")), reports: at },
        "a beginning without an end": {
            given: session("*", { DateGreaterThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } }),
            reports: at,
        },
        "sessions of before are denied": {
            given: group(wide, deny({ DateLessThan: { "aws:TokenIssueTime": "2024-05-01T00:00:00Z" } })),
            reports: at,
        },
        "a second factor's age only where there is one": {
            given: session("*", { NumericLessThanIfExists: { "aws:MultiFactorAuthAge": "3600" } }),
            reports: at,
        },
        "the documents without the check": { given: session([instance, forwarding]), reports: at, weighs: ["low"] },
        "the documents without the check, apart": {
            given: group(may("ssm:StartSession", instance), may("ssm:StartSession", forwarding, checked)),
            reports: at,
            weighs: ["low"],
        },
        "ports through every instance": {
            given: session([instances, forwarding], checked),
            reports: at,
            weighs: ["low"],
        },
        "a script on every instance": {
            given: group(may("ssm:SendCommand", [instances, "arn:aws:ssm:*::document/AWS-RunShellScript"])),
            reports: at,
            weighs: ["medium"],
        },
        "a script on every instance, of two statements": {
            given: group(may("ssm:SendCommand", instances), may("ssm:SendCommand", "arn:aws:ssm:*:*:document/AWS-*")),
            reports: at,
        },
        "a key for every instance, as one user of it": {
            given: group(
                may("ec2-instance-connect:SendSSHPublicKey", "*", { StringEquals: { "ec2:osuser": "ec2-user" } }),
            ),
            reports: at,
        },
        "a tunnel to anything": {
            given: group(may("ec2-instance-connect:OpenTunnel", "*")),
            reports: at,
            weighs: ["medium"],
        },
        "a tunnel to whatever is behind an endpoint": {
            given: group(may("ec2-instance-connect:OpenTunnel", endpoint)),
            reports: at,
            weighs: ["low"],
        },
        "every container": { given: group(may("ecs:ExecuteCommand", "*")), reports: at },
        "the sessions of others": {
            given: group(may(["ssm:ResumeSession", "ssm:TerminateSession"], "arn:aws:ssm:*:*:session/*")),
            reports: at,
            weighs: ["low"],
        },
        "a policy of AWS's": {
            given: {
                staff,
                attachment: declare(IamGroupPolicyAttachment, {
                    group: ref("staff.name"),
                    policyArn: "arn:aws:iam::aws:policy/AmazonSSMFullAccess",
                }),
            },
            reports: ["attachment: policyArn"],
        },
    },
    undecided: {
        "a policy that is not known yet": {
            given: { staff, policy: declare(IamGroupPolicy, { group: ref("staff.name"), policy: unknown } as Example) },
            awaits: ["policy.policy"],
        },
        "conditions that are not known yet": {
            given: session("*", unknown as never, asObject),
            awaits: ["policy.policy.Statement[0].Condition"],
        },
        "an end that is not known yet": {
            given: session("*", { DateLessThan: { "aws:CurrentTime": unknown } }, asObject),
            awaits: ['policy.policy.Statement[0].Condition.DateLessThan["aws:CurrentTime"]'],
        },
    },
});
