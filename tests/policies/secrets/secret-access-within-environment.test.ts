import { IamPolicy, IamRole, IamRolePolicy, LambdaFunction, SecretsManagerSecret } from "../../../model/aws";
import { declare, type Example, functionAllowed, json, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/secrets/secret-access-within-environment";
import { testRule } from "../../support/rule-tester";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const secret = (name: string, partition = "aws") =>
    `arn:${partition}:secretsmanager:eu-west-1:111122223333:secret:${name}`;
const parameter = (name: string, partition = "aws") => `arn:${partition}:ssm:eu-west-1:111122223333:parameter/${name}`;
const allowed = (Action: string | readonly string[], Resource: unknown, ...more: readonly object[]) =>
    functionAllowed({ Action, Resource }, ...more);
const secrets = (name: string, more: object = {}) =>
    functionAllowed({ Action: "secretsmanager:GetSecretValue", Resource: secret(name), ...more });
const parameters = (name: string, more: object = {}) =>
    functionAllowed({ Action: "ssm:GetParameter", Resource: parameter(name), ...more });
/** Where the document is an object, parts of it may be known. */
const known = (name: string) => ({
    ...functionAllowed(),
    policy: declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: { Statement: { Effect: "Allow", Action: "ssm:GetParameter", Resource: parameter(name) } },
    } as Example),
});
const on = (stack: string, given: object) => ({ given: given as never, stack });
const reports = (given: object, weight: "high" | "medium" = "high", stack = "prod") => ({
    given: given as never,
    stack,
    reports: ["policy: policy"],
    weighs: [weight],
});
const when = (key: string, value: string) => ({ Condition: { StringEquals: { [key]: value } } });

testRule(rule, {
    valid: {
        "its own, with AWS's six characters": secrets("prod/orders-??????"),
        "its own namespace": secrets("prod/*"),
        "its own parameters": parameters("prod/orders/*"),
        "its own, by path": allowed("ssm:GetParametersByPath", parameter("prod")),
        "its own, without steps": secrets("prod-orders-*"),
        "in another spelling": parameters("production/orders/*"),
        "of all applications in it": parameters("*/prod/*"),
        "a shared one": parameters("shared/orders/*"),
        "a public one": parameters("aws/service/*"),
        "one that the options share": {
            given: parameters("platform/*"),
            options: { sharedNamespaces: ["platform"] },
            stack: "prod",
        },
        "names without an environment": secrets("orders-*"),
        "and paths": parameters("orders/*"),
        "a step of its own": parameters("prod/*/key"),
        "by a tag of the caller": parameters("${aws:PrincipalTag/env}/*"),
        "by a tag of the secret": secrets("*", when("secretsmanager:ResourceTag/environment", "prod")),
        "by the global tag": parameters("*", when("aws:ResourceTag/environment", "prod")),
        "denied elsewhere": allowed("ssm:GetParameter", parameter("*"), {
            Effect: "Deny",
            Action: "ssm:*",
            NotResource: parameter("prod/*"),
        }),
        "denied at all": allowed("secretsmanager:GetSecretValue", secret("dev/*"), {
            Effect: "Deny",
            Action: "secretsmanager:GetSecretValue",
            Resource: "*",
        }),
        "another action": allowed("secretsmanager:DescribeSecret", secret("dev/*")),
        "an administrator": allowed("*", "*"),
        "another service's ARN in the statement": allowed(
            ["ssm:GetParameter", "s3:GetObject"],
            [parameter("prod/*"), "arn:aws:s3:::dev/*"],
        ),
        "a secret of the stack, by its ARN": {
            db: declare(SecretsManagerSecret, { name: "db" }),
            ...allowed("secretsmanager:GetSecretValue", ref("db.arn")),
        },
        "what begins so, as far as it is known": known(`prod/${UNKNOWN}`),
        "what is not known, behind a word that is known in part": known(`dev${UNKNOWN}`),
        "all that begin so, no environment's": secrets("pa*"),
        "all that begin so, this environment's too": secrets("p*"),
        "development's from a person's stack": on("dev-anna", secrets("dev/orders-??????")),
        "an environment that the settings know": {
            given: secrets("blue/*"),
            stack: "blue",
            settings: { environments: ["blue", "green"] },
        },
    },
    invalid: {
        "another environment's": reports(secrets("dev/orders-??????")),
        "production's in development": reports(secrets("prod/orders-AbCdEf"), "high", "dev"),
        "another's namespace": reports(parameters("staging/*")),
        "by path": reports(allowed("ssm:GetParametersByPath", parameter("dev"))),
        "by history": reports(allowed("ssm:GetParameterHistory", parameter("dev/orders"))),
        "by a pattern of actions": reports(allowed("ssm:Get*", parameter("dev/*"))),
        "as a later step": reports(parameters("orders/dev/*")),
        "without steps": reports(secrets("dev-orders-*"), "medium"),
        "all that begin so, another environment's too": reports(secrets("st*"), "medium"),
        "all that begin with another environment": reports(parameters("dev*")),
        "a wildcard in the environment's place": reports(parameters("*/orders/key")),
        "every parameter": reports(parameters("*")),
        "every secret": reports(allowed("secretsmanager:GetSecretValue", "*")),
        "every name with an end": reports(secrets("*-db")),
        "a wildcard where a later step may be the environment": reports(parameters("orders/*/key"), "medium"),
        "one of several": reports(allowed("ssm:GetParameters", [parameter("prod/*"), parameter("dev/*")])),
        "in China": reports(allowed("secretsmanager:GetSecretValue", secret("dev/*", "aws-cn"))),
        "in the government's regions": reports(allowed("ssm:GetParameter", parameter("dev/*", "aws-us-gov"))),
        "from one network only": reports(secrets("dev/*", when("aws:SourceVpc", "vpc-0a1b2c3d")), "medium"),
        "as far as it is known": {
            given: known(`dev/${UNKNOWN}`),
            stack: "prod",
            reports: ["policy: policy.Statement"],
        },
        "by a managed policy": {
            given: {
                policy: declare(IamPolicy, {
                    policy: policyOf({ Action: "ssm:GetParameter", Resource: parameter("dev/*") }),
                }),
                role: declare(IamRole, {
                    assumeRolePolicy: trusts("lambda"),
                    managedPolicyArns: [ref("policy.arn")],
                } as Example),
                orders: declare(LambdaFunction, { role: ref("role.arn") }),
            },
            stack: "prod",
            reports: ["policy: policy"],
        },
    },
    undecided: {
        "whose stack it is": {
            given: secrets("dev/*"),
            stack: "main",
            awaits: ["aws-serverless-security:environment"],
        },
        "a policy that is not known yet": {
            given: {
                ...functionAllowed(),
                policy: declare(IamRolePolicy, {
                    role: ref("role.name"),
                    policy: unknown,
                } as Example),
            },
            awaits: ["policy.policy"],
        },
        "a condition that is not known yet": {
            given: functionAllowed({
                Action: "ssm:GetParameter",
                Resource: parameter("dev/*"),
                Condition: json(unknown),
            }),
            awaits: ["policy.policy"],
        },
    },
});
