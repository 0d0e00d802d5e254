import rule from "../../policies/execution-roles/exec-role-no-privilege-escalation";
import { testRule } from "../support/rule-tester";
import { group, policy, role } from "./parts";

const newFunction = { Action: ["lambda:CreateFunction", "lambda:InvokeFunction"], Resource: "*" };
const pass = { Action: "iam:PassRole", Resource: "*" };
const lambda = { "iam:PassedToService": "lambda.amazonaws.com" };
const passing = (Condition: object) => ({ role, policy: policy({ ...pass, Condition }, newFunction) });
const denied = (Condition: object) => ({
    role,
    policy: policy(pass, { ...pass, Effect: "Deny", Condition }, newFunction),
});
const rewriting = (Condition: object) => ({
    role,
    policy: policy({ Action: "iam:PutRolePolicy", Resource: "*", Condition }),
});

testRule(rule, {
    valid: {
        "every service but the very one": passing({ StringNotEquals: lambda }),
        "the same by a pattern, in China too": passing({ StringNotLike: { "iam:PassedToService": "lambda.*" } }),
        "a denial of the very one": denied({ StringEquals: lambda }),
        "a star that is read as a character": passing({ StringEquals: { "iam:PassedToService": "*" } }),
        "another principal": rewriting({ ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/other" } }),
        "a second factor, which code has not": rewriting({ Bool: { "aws:MultiFactorAuthPresent": true } }),
        "a tag that this role has not": rewriting({ StringEquals: { "aws:PrincipalTag/team": "platform" } }),
    },
    invalid: {
        "every service but another": {
            given: passing({ StringNotEquals: { "iam:PassedToService": "ec2.amazonaws.com" } }),
            reports: ["policy: policy.Statement[0]"],
            weighs: ["critical"],
        },
        "a denial of another": {
            given: denied({ StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } }),
            reports: ["policy: policy.Statement[0]"],
        },
        "a star that is read as a pattern": {
            given: passing({ StringLike: { "iam:PassedToService": "*" } }),
            reports: ["policy: policy.Statement[0]"],
        },
        "every principal but another": {
            given: rewriting({ ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/other" } }),
            reports: ["policy: policy.Statement[0]"],
        },
        "a second factor if there is one": {
            given: rewriting({ BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } }),
            reports: ["policy: policy.Statement[0]"],
        },
        "people with a second factor, which weighs less": {
            given: group({
                Action: "iam:PutUserPolicy",
                Resource: "*",
                Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
            }),
            reports: ["policy: policy"],
            weighs: ["medium"],
        },
    },
});
