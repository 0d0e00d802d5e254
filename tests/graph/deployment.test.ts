import assert from "node:assert/strict";
import { CodeBuildProject, IamOpenIdConnectProvider, IamRole, LambdaFunction } from "../../model/aws";
import { identitiesOf, isDeploymentRole, type ResourceRecord, Stack } from "../../model/graph";
import { type Answer, UNKNOWN, Value } from "../../model/values";

const ROLE = "arn:aws:iam::111122223333:role/subject";
const record = (type: string, name: string, inputs: object, edges: object = {}): ResourceRecord => ({
    urn: `urn:pulumi:dev::example::${type}::${name}`,
    type,
    name,
    root: new Value(inputs, "", { resource: name }),
    dependencies: [],
    propertyDependencies: edges as ResourceRecord["propertyDependencies"],
    protect: false,
});
const trusted = (...principals: readonly object[]) => ({
    Statement: principals.map((Principal) => ({ Effect: "Allow", Action: "sts:AssumeRole", Principal })),
});
const service = (...names: readonly string[]) => trusted({ Service: names.map((name) => `${name}.amazonaws.com`) });
const issuer = (url: string) => trusted({ Federated: `arn:aws:iam::111122223333:oidc-provider/${url}` });

function answerFor(assumeRolePolicy: unknown, others: readonly ResourceRecord[] = [], edges: object = {}): Answer {
    const role = record(IamRole.token, "subject", { arn: ROLE, assumeRolePolicy }, edges);
    const [identity] = identitiesOf(new Stack([role, ...others])).filter(
        ({ resource }) => resource?.name === "subject",
    );
    assert.ok(identity);
    return isDeploymentRole(identity);
}

const github = record(IamOpenIdConnectProvider.token, "github", { url: "https://token.actions.githubusercontent.com" });
const login = record(IamOpenIdConnectProvider.token, "login", { url: "https://accounts.google.com" });
const from = (provider: ResourceRecord) => ({ assumeRolePolicy: [provider.urn] });

const CASES: readonly (readonly [string, Answer, Answer["is"]])[] = [
    ["a build service", answerFor(service("codebuild")), "yes"],
    ["services of a pipeline", answerFor(service("codepipeline", "cloudformation", "codedeploy")), "yes"],
    ["a service in one region", answerFor(service("codedeploy.eu-west-1")), "yes"],
    ["a CI service", answerFor(issuer("token.actions.githubusercontent.com")), "yes"],
    ["an organization's runner", answerFor(issuer("oidc.circleci.com/org/1234")), "yes"],
    ["a runner of this stack's provider", answerFor(trusted({ Federated: UNKNOWN }), [github], from(github)), "yes"],
    ["functions", answerFor(service("lambda")), "no"],
    ["a build service, and functions", answerFor(service("codebuild", "lambda")), "no"],
    ["a CI service, and people", answerFor(trusted({ Federated: "x/gitlab.com" }, { AWS: "111122223333" })), "no"],
    ["users of a web page", answerFor(issuer("cognito-identity.amazonaws.com")), "no"],
    ["a name that ends alike", answerFor(issuer("evilgitlab.com")), "no"],
    ["nobody", answerFor({ Statement: [] }), "no"],
    ["a provider of others", answerFor(trusted({ Federated: UNKNOWN }), [login], from(login)), "undecided"],
    ["somebody unknown", answerFor(UNKNOWN, [github], from(github)), "undecided"],
    [
        "a build service, with a project",
        answerFor(service("codebuild"), [record(CodeBuildProject.token, "build", { serviceRole: ROLE })]),
        "yes",
    ],
    [
        "somebody unknown, with a function",
        answerFor(UNKNOWN, [record(LambdaFunction.token, "orders", { role: ROLE })]),
        "no",
    ],
    [
        "Amplify, with an application's server side",
        answerFor(service("amplify"), [record("aws:amplify/app:App", "web", { computeRoleArn: ROLE })]),
        "no",
    ],
];

describe("a role that only deployments act under", () => {
    for (const [name, answered, expected] of CASES)
        it(`trusted by ${name}: ${expected}`, () => assert.equal(answered.is, expected));
});
