import { IamRole, IamRolePolicy } from "../../../model/aws";
import { declare, functionAllowed, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/exec-role-no-service-wildcard-action";
import { testRule } from "../../support/rule-tester";

const Resource = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";

testRule(rule, {
    valid: {
        "listed actions": functionAllowed({ Action: ["dynamodb:GetItem", "dynamodb:Query"], Resource }),
        "a prefix wildcard": functionAllowed({ Action: "s3:Get*", Resource: "arn:aws:s3:::uploads/*" }),
        "logs and traces": functionAllowed({ Action: ["logs:*", "xray:*"], Resource: "*" }),
        "a denial": functionAllowed({ Effect: "Deny", Action: "iam:*", Resource: "*" }),
        "an administrator, which another policy reports": functionAllowed({ Action: "*", Resource: "*" }),
        "services that have no tables": functionAllowed({ Action: ["s3:*", "SQS:*", "s?:*"], Resource }),
        "all but a few, which another policy reports": functionAllowed({ NotAction: "iam:*", Resource }),
    },
    invalid: {
        "every action of a service": {
            given: functionAllowed({ Action: "dynamodb:*", Resource }),
            reports: ["policy: policy"],
        },
        "two services are two causes": {
            given: functionAllowed({ Action: ["s3:*", "SQS:*"], Resource: "*" }),
            reports: ["policy: policy", "policy: policy"],
        },
        "every action, on one table": {
            given: functionAllowed({ Action: "*", Resource }),
            reports: ["policy: policy"],
        },
        "a service hidden by a wildcard": {
            given: functionAllowed({ Action: "s?:*", Resource: "arn:aws:s3:::uploads/*" }),
            reports: ["policy: policy"],
        },
        "a verb of every service": {
            given: functionAllowed({ Action: "*:Get*", Resource }),
            reports: ["policy: policy"],
        },
        "logs too, where the option says so": {
            given: functionAllowed({ Action: "logs:*", Resource: "*" }),
            options: { allowedServices: [] },
            reports: ["policy: policy"],
        },
        "known beside unknown": {
            given: {
                role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
                policy: declare(IamRolePolicy, {
                    role: ref("role.name"),
                    policy: { Statement: [{ Effect: "Allow", Action: "sqs:*", Resource: unknown }] } as never,
                }),
            },
            reports: ["policy: policy.Statement[0]"],
        },
    },
    undecided: {
        "a document not known yet": {
            given: {
                role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
                policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }),
            },
            awaits: ["policy.policy"],
        },
    },
});
