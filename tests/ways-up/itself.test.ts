import { IamRolePolicy } from "../../model/aws";
import { declare, policyOf } from "../../pack";
import rule from "../../policies/execution-roles/exec-role-no-privilege-escalation";
import { testRule } from "../support/rule-tester";
import { group, policy, role, user } from "./parts";

const own = (partition = "aws") => [
    `arn:${partition}:iam::111122223333:user/\${aws:username}`,
    `arn:${partition}:iam::*:user/*/\${aws:username}`,
];
const reports = ["policy: policy"];

/** What AWS documents as self-service: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html */
const selfService = [
    "iam:ChangePassword",
    "iam:CreateAccessKey",
    "iam:UpdateAccessKey",
    "iam:UpdateLoginProfile",
    "iam:UploadSSHPublicKey",
    "iam:CreateServiceSpecificCredential",
    "iam:ResetServiceSpecificCredential",
    "iam:EnableMFADevice",
    "iam:ResyncMFADevice",
    "iam:DeactivateMFADevice",
];

testRule(rule, {
    valid: {
        "what one may do about one's own credentials": group({ Action: selfService, Resource: own() }),
        "the same in China": group({ Action: selfService, Resource: own("aws-cn") }),
        "a boundary of one's own where there is none": user(
            {},
            { Action: "iam:DeleteUserPermissionsBoundary", Resource: own() },
        ),
        "a role, which has no user's name": {
            role,
            policy: policy({ Action: "iam:PutUserPolicy", Resource: own() }),
        },
        "an own session taken up again, as AWS documents it": group({
            Action: ["ssm:ResumeSession", "ssm:TerminateSession"],
            Resource: ["arn:aws:ssm:*:*:session/${aws:username}-*", "arn:aws:ssm:*:*:session/${aws:userid}-*"],
        }),
        "versions of AWS's own policies, which nobody makes": {
            role,
            policy: policy({
                Action: ["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion"],
                Resource: ["arn:aws:iam::aws:policy/*", "arn:aws-us-gov:iam::aws:policy/AdministratorAccess"],
            }),
        },
        "members of one's own group": group({ Action: "iam:AddUserToGroup", Resource: "arn:aws:iam::*:group/staff" }),
        "the trust policy of the role itself": {
            role,
            policy: policy({ Action: "iam:UpdateAssumeRolePolicy", Resource: "arn:aws:iam::111122223333:role/app" }),
        },
    },
    invalid: {
        "any policy for oneself": {
            given: group({ Action: "iam:PutUserPolicy", Resource: own()[0] }),
            reports,
            weighs: ["critical"],
        },
        "of a group that lives elsewhere, all of IAM on oneself": {
            given: group({ Action: "iam:*", Resource: own() }),
            reports,
        },
        "an attachment to oneself": {
            given: user({}, { Action: "iam:AttachUserPolicy", Resource: own() }),
            reports,
            weighs: ["critical"],
        },
        "a boundary of one's own": {
            given: user(
                { permissionsBoundary: "arn:aws:iam::111122223333:policy/bounds" },
                { Action: "iam:DeleteUserPermissionsBoundary", Resource: own() },
            ),
            reports,
        },
        "a role that a tag of the principal names": {
            given: {
                role,
                policy: declare(IamRolePolicy, {
                    role: "app",
                    policy: policyOf({
                        Action: "iam:PutRolePolicy",
                        Resource: "arn:aws:iam::111122223333:role/${aws:PrincipalTag/role}",
                    }),
                }),
            },
            reports,
        },
        "keys of others beside one's own": {
            given: group({ Action: "iam:CreateAccessKey", Resource: [...own(), "arn:aws:iam::*:user/*"] }),
            reports,
            weighs: ["critical"],
        },
        "keys of users whose names begin like one's own": {
            given: group({
                Action: "iam:CreateAccessKey",
                Resource: "arn:aws:iam::*:user/${aws:username}*",
            }),
            reports,
            weighs: ["medium"],
        },
        "others' sessions": {
            given: group({ Action: "ssm:ResumeSession", Resource: "arn:aws:ssm:*:*:session/*" }),
            reports,
        },
        "versions of the account's policies beside AWS's": {
            given: { role, policy: policy({ Action: "iam:CreatePolicyVersion", Resource: "arn:aws:iam::*:policy/*" }) },
            reports: ["policy: policy.Statement[0]"],
        },
    },
});
