import {
    CodeBuildProject,
    EcsTaskDefinition,
    GlueJob,
    IamInstanceProfile,
    IamRole,
    IamUser,
    LambdaFunction,
    type ResourceType,
    resourceType,
    StateMachine,
} from "../../../model/aws";
import { declare, json, type Program, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/role-trust-restricted";
import { testRule } from "../../support/rule-tester";

const ACCOUNT = "111122223333";
const GITHUB = "token.actions.githubusercontent.com";
const trustOf = (...statements: readonly object[]): string =>
    json({
        Version: "2012-10-17",
        Statement: statements.map((one) => ({ Effect: "Allow", Action: "sts:AssumeRole", ...one })),
    });
const roleOf = (...statements: readonly object[]): Program => ({
    role: declare(IamRole, { assumeRolePolicy: trustOf(...statements) }),
});
/** The same as an object, whose leaves may be unknown one by one. */
const objectOf = (...statements: readonly object[]): Program => ({
    role: declare(IamRole, {
        assumeRolePolicy: {
            Version: "2012-10-17",
            Statement: statements.map((one) => ({ Effect: "Allow", Action: "sts:AssumeRole", ...one })),
        } as never,
    }),
});
const anyone = (Condition?: object): Program => roleOf({ Principal: { AWS: "*" }, ...(Condition && { Condition }) });
const federated = (provider: unknown, Condition?: object): Program =>
    roleOf({
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: provider },
        ...(Condition && { Condition }),
    });
const gitHub = (sub: string | readonly string[]) =>
    federated(`arn:aws:iam::${ACCOUNT}:oidc-provider/${GITHUB}`, { StringLike: { [`${GITHUB}:sub`]: sub } });
const code = { handler: "index.handler", runtime: "nodejs22.x" } as const;
const carried = (...statements: readonly object[]): Program => ({
    ...roleOf(...statements),
    orders: declare(LambdaFunction, { ...code, role: ref("role.arn") }),
});
const lambda = { Principal: { Service: "lambda.amazonaws.com" } };
const services = (...names: readonly string[]) => ({
    Principal: { Service: names.map((name) => `${name}.amazonaws.com`) },
});

testRule(rule, {
    valid: {
        "a service": roleOf(lambda),
        "a service of China's": roleOf({ Principal: { Service: "ec2.amazonaws.com.cn" } }),
        "a role, by its ARN": roleOf({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/deploy` } }),
        "a role of this stack": {
            ...roleOf({ Principal: { AWS: ref("deploy.arn") } }),
            deploy: declare(IamRole, { assumeRolePolicy: trusts("codebuild") }),
        },
        "an account, which another policy judges": roleOf({ Principal: { AWS: ACCOUNT } }),
        "a policy given as an object": {
            role: declare(IamRole, {
                assumeRolePolicy: {
                    Version: "2012-10-17",
                    Statement: { Effect: "Allow", Action: "sts:AssumeRole", ...lambda },
                } as never,
            }),
        },
        "everyone of an organization": anyone({ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
        "everyone of a part of an organization": anyone({
            "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/*" },
        }),
        "everyone who is one role": anyone({
            ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/deploy-*` },
        }),
        "everyone, but those outside the organization are denied": roleOf(
            { Principal: "*" },
            {
                Effect: "Deny",
                Principal: "*",
                Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
            },
        ),
        "everyone, to tag a session only": roleOf(lambda, { Action: "sts:TagSession", Principal: "*" }),
        "a denial of everyone": roleOf(lambda, {
            Effect: "Deny",
            Principal: "*",
            Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
        "a denial by NotPrincipal": roleOf(lambda, {
            Effect: "Deny",
            NotPrincipal: { Service: "lambda.amazonaws.com" },
        }),
        "one repository": gitHub("repo:example/orders:ref:refs/heads/main"),
        "two branches of one repository": gitHub([
            "repo:example/orders:ref:refs/heads/main",
            "repo:example/orders:pull_request",
        ]),
        "one service account": federated(
            `arn:aws:iam::${ACCOUNT}:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/0A1B2C3D4E`,
            {
                StringEquals: {
                    "oidc.eks.eu-west-1.amazonaws.com/id/0A1B2C3D4E:sub": "system:serviceaccount:shop:orders",
                },
            },
        ),
        "a client of one's own provider": federated(`arn:aws:iam::${ACCOUNT}:oidc-provider/login.example.com`, {
            StringEquals: { "login.example.com:aud": "client-1" },
        }),
        "an application of Google's": federated("accounts.google.com", {
            StringEquals: { "accounts.google.com:aud": "66677788899" },
        }),
        "SAML, for the console": roleOf({
            Action: "sts:AssumeRoleWithSAML",
            Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/Staff` },
            Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
        }),
        "an identity pool, which another policy judges": federated("cognito-identity.amazonaws.com"),
        "a function's role that its service assumes": carried(lambda),
        "a function's role, at the edge too": carried(services("lambda", "edgelambda")),
        "a function's role that a scheduler assumes too": carried(
            services("lambda", "scheduler", "events", "apigateway"),
        ),
        "a function's role that another role assumes": carried(lambda, {
            Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/deploy` },
        }),
        "a function's role, and an account narrowed to one role": carried(lambda, {
            Principal: { AWS: ACCOUNT },
            Condition: { ArnEquals: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/deploy` } },
        }),
        "a role of two kinds of workloads of this stack": {
            ...carried(services("lambda", "states")),
            flow: declare(StateMachine, { roleArn: ref("role.arn"), definition: "{}" }),
        },
        "a role that a job runs under": {
            ...roleOf(services("glue")),
            job: declare(GlueJob, { roleArn: ref("role.arn"), command: { scriptLocation: "s3://scripts/job.py" } }),
        },
        "an instance's role": {
            ...roleOf(services("ec2")),
            profile: declare(IamInstanceProfile, { role: ref("role.name") }),
        },
        "a role of something whose service nobody knows": {
            ...carried(services("lambda", "sagemaker")),
            model: declare(
                resourceType<object>("aws:sagemaker/model:Model") as ResourceType<{ executionRoleArn: string }>,
                { executionRoleArn: ref("role.arn") },
            ),
        },
        "several services, and nothing of this stack under the role": roleOf(services("lambda", "ec2"), {
            Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
        }),
    },
    invalid: {
        everyone: { given: anyone(), reports: ["role: assumeRolePolicy"], weighs: ["critical"] },
        "everyone, by a bare star": { given: roleOf({ Principal: "*" }), reports: ["role: assumeRolePolicy"] },
        "everyone, among others": {
            given: roleOf({ Principal: { AWS: [ACCOUNT, "*"] } }),
            reports: ["role: assumeRolePolicy"],
        },
        "the root of every account": {
            given: roleOf({ Principal: { AWS: "arn:aws:iam::*:root" } }),
            reports: ["role: assumeRolePolicy"],
        },
        "a role of that name in any account": {
            given: roleOf({ Principal: { AWS: "arn:aws:iam::*:role/deploy" } }),
            reports: ["role: assumeRolePolicy"],
        },
        "everyone, in an object": {
            given: objectOf({ Principal: "*" }),
            reports: ["role: assumeRolePolicy.Statement[0]"],
        },
        "everyone who knows an external id": {
            given: anyone({ StringEquals: { "sts:ExternalId": "orders" } }),
            reports: ["role: assumeRolePolicy"],
            weighs: ["critical"],
        },
        "everyone of any organization": {
            given: anyone({ StringLike: { "aws:PrincipalOrgID": "o-*" } }),
            reports: ["role: assumeRolePolicy"],
        },
        "everyone whose organization may be missing": {
            given: anyone({ StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
            reports: ["role: assumeRolePolicy"],
        },
        "everyone with a tag that anyone can set": {
            given: anyone({ StringEquals: { "aws:PrincipalTag/team": "orders" } }),
            reports: ["role: assumeRolePolicy"],
        },
        "everyone but one": {
            given: roleOf({ NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:user/eve` } }),
            reports: ["role: assumeRolePolicy"],
            weighs: ["critical"],
        },
        "everyone but one, of an organization": {
            given: roleOf({
                NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:user/eve` },
                Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
            }),
            reports: ["role: assumeRolePolicy"],
            weighs: ["medium"],
        },
        "two statements are two causes": {
            given: roleOf({ Principal: "*" }, { Principal: { AWS: "*" } }),
            reports: ["role: assumeRolePolicy", "role: assumeRolePolicy"],
        },
        "every repository of GitHub": {
            given: federated(`arn:aws:iam::${ACCOUNT}:oidc-provider/${GITHUB}`, {
                StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" },
            }),
            reports: ["role: assumeRolePolicy"],
            weighs: ["critical"],
        },
        "every owner whose name begins so": { given: gitHub("repo:example*"), reports: ["role: assumeRolePolicy"] },
        "every repository of one owner": {
            given: gitHub("repo:example/*"),
            reports: ["role: assumeRolePolicy"],
            weighs: ["medium"],
        },
        "every service account of a cluster": {
            given: federated(`arn:aws:iam::${ACCOUNT}:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/0A1B2C3D4E`, {
                StringEquals: { "oidc.eks.eu-west-1.amazonaws.com/id/0A1B2C3D4E:aud": "sts.amazonaws.com" },
            }),
            reports: ["role: assumeRolePolicy"],
            weighs: ["high"],
        },
        "every application of Google's": {
            given: federated("accounts.google.com"),
            reports: ["role: assumeRolePolicy"],
            weighs: ["critical"],
        },
        "every token of a provider that is not known yet": {
            given: objectOf({ Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated: unknown } }),
            reports: ["role: assumeRolePolicy.Statement[0]"],
            weighs: ["high"],
        },
        "SAML without an audience": {
            given: roleOf({
                Action: "sts:AssumeRoleWithSAML",
                Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/Staff` },
            }),
            reports: ["role: assumeRolePolicy"],
            weighs: ["medium"],
        },
        "a function's role that an account assumes too": {
            given: carried(lambda, { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }),
            reports: ["role: assumeRolePolicy"],
            weighs: ["high"],
        },
        "a function's role that a user assumes too": {
            given: carried(lambda, { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/ann` } }),
            reports: ["role: assumeRolePolicy"],
        },
        "a function's role that people assume through the identity center": {
            given: carried(lambda, {
                Principal: {
                    AWS: `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef`,
                },
            }),
            reports: ["role: assumeRolePolicy"],
        },
        "a function's role that instances assume too": {
            given: carried(services("lambda", "ec2")),
            reports: ["role: assumeRolePolicy"],
            weighs: ["high"],
        },
        "a function's role that builds and jobs assume too": {
            given: carried(services("lambda", "codebuild", "glue")),
            reports: ["role: assumeRolePolicy", "role: assumeRolePolicy"],
        },
        "a task's role that functions assume too": {
            given: {
                ...roleOf(services("ecs-tasks", "lambda")),
                task: declare(EcsTaskDefinition, {
                    family: "report",
                    containerDefinitions: "[]",
                    taskRoleArn: ref("role.arn"),
                }),
            },
            reports: ["role: assumeRolePolicy"],
        },
    },
    undecided: {
        "a policy that is not known yet": {
            given: { role: declare(IamRole, { assumeRolePolicy: unknown }) },
            awaits: ["role.assumeRolePolicy"],
        },
        "everyone under conditions that are not known yet": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: {
                        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: "*", Condition: unknown }],
                    } as never,
                }),
            },
            awaits: ["role.assumeRolePolicy.Statement[0].Condition"],
        },
        "whom, is not known yet": {
            given: objectOf({ Principal: unknown }),
            awaits: ["role.assumeRolePolicy.Statement[0].Principal"],
        },
        "builds may run under it": {
            given: {
                ...carried(services("lambda", "codebuild")),
                build: declare(CodeBuildProject, { serviceRole: unknown }),
            },
            awaits: ["build.serviceRole"],
        },
        "a user of this stack, perhaps": {
            given: {
                ann: declare(IamUser, {}),
                role: declare(IamRole, {
                    assumeRolePolicy: {
                        Statement: [
                            { Effect: "Allow", Action: "sts:AssumeRole", ...lambda },
                            {
                                Effect: "Allow",
                                Action: "sts:AssumeRole",
                                Principal: { AWS: [ref("ann.name"), unknown] },
                            },
                        ],
                    } as never,
                }),
                orders: declare(LambdaFunction, { ...code, role: ref("role.arn") }),
            },
            awaits: ["role.assumeRolePolicy.Statement[1].Principal.AWS[1]"],
        },
    },
});
