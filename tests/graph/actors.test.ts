import assert from "node:assert/strict";
import {
    CognitoIdentityPool,
    CognitoIdentityPoolRoleAttachment,
    IamOpenIdConnectProvider,
    IamPolicy,
    IamRole,
    IamSamlProvider,
    IamUser,
    LambdaFunction,
    PermissionSet,
    PermissionSetManagedPolicy,
} from "../../model/aws";
import { actorsOf, identitiesOf, identityOf, isJudgedBy } from "../../model/graph";
import { declare, type Example, identityPoolProgram, type Program, policyOf, ref, unknown } from "../../pack";
import { graphOf } from "../support/graph";

const account = "arn:aws:iam::111122223333";
const trusting = (Principal: unknown, Action = "sts:AssumeRole", more: object = {}): Program => ({
    role: declare(IamRole, {
        assumeRolePolicy: { Statement: [{ Effect: "Allow", Action, Principal, ...more }] } as never,
    }),
});
const bearing = (host: unknown, more: object = {}) =>
    trusting({ Federated: host }, "sts:AssumeRoleWithWebIdentity", more);
const provider = (host: string) => bearing(`${account}:oidc-provider/${host}`);
const cognito = (who: string) =>
    bearing("cognito-identity.amazonaws.com", {
        Condition: { "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": who } },
    });

/** By a program's role: who acts under it, with outputs known, and unknown where that differs. */
const CASES: Readonly<Record<string, readonly [Program, string, string?]>> = {
    "a service": [trusting({ Service: "lambda.amazonaws.com" }), "workload"],
    "a service whose name is not known": [trusting({ Service: unknown }), "workload"],
    "what carries it, whoever it trusts": [
        { ...trusting({ AWS: "111122223333" }), orders: declare(LambdaFunction, { role: ref("role.arn") }) },
        "workload",
    ],
    GitHub: [provider("token.actions.githubusercontent.com"), "machine"],
    GitLab: [provider("gitlab.com"), "machine"],
    "an issuer that nobody knows": [provider("id.example.com"), "machine"],
    "a provider of this stack, by its URL": [
        {
            ...bearing(ref("github.arn")),
            github: declare(IamOpenIdConnectProvider, {
                url: "https://token.actions.githubusercontent.com",
                clientIdLists: ["sts.amazonaws.com"],
            }),
        },
        "machine",
    ],
    "a cluster": [provider("oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE"), "workload"],
    Google: [bearing("accounts.google.com"), "customer"],
    "a user pool": [provider("cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a1b2c3"), "customer"],
    "those who signed in": [cognito("authenticated"), "customer"],
    guests: [cognito("unauthenticated"), "anyone"],
    "identities of any kind": [bearing("cognito-identity.amazonaws.com"), "anyone customer"],
    "a pool of this stack, for guests": [identityPoolProgram("unauthenticated"), "anyone"],
    "a pool of this stack, for those who signed in": [identityPoolProgram("authenticated"), "customer"],
    "a pool, whatever it trusts": [
        {
            role: declare(IamRole, { assumeRolePolicy: unknown }),
            pool: declare(CognitoIdentityPool, { identityPoolName: "shop" }),
            attachment: declare(CognitoIdentityPoolRoleAttachment, {
                identityPoolId: ref("pool.id"),
                roles: { unauthenticated: ref("role.arn") },
            } as Example),
        },
        "anyone",
    ],
    SAML: [trusting({ Federated: `${account}:saml-provider/okta` }, "sts:AssumeRoleWithSAML"), "person"],
    "a SAML provider of this stack": [
        {
            ...trusting({ Federated: ref("okta.arn") }, "sts:AssumeRoleWithSAML"),
            okta: declare(IamSamlProvider, { name: "okta", samlMetadataDocument: "<EntityDescriptor/>" }),
        },
        "person",
    ],
    "an account": [trusting({ AWS: `${account}:root` }), "person"],
    "a user": [trusting({ AWS: `${account}:user/clara` }), "person"],
    "a user of this stack": [{ ...trusting({ AWS: ref("clara.arn") }), clara: declare(IamUser, {}) }, "person"],
    "a role by its name": [trusting({ AWS: `${account}:role/deploy` }), "principal"],
    everyone: [trusting({ AWS: "*" }), "anyone"],
    "everyone of an organization": [
        trusting({ AWS: "*" }, "sts:AssumeRole", {
            Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
        }),
        "principal",
    ],
    "everyone, under a condition that is not known": [
        trusting({ AWS: "*" }, "sts:AssumeRole", { Condition: unknown }),
        " / role.assumeRolePolicy.Statement[0].Condition",
    ],
    "whom it does not tell": [trusting({ AWS: unknown }), " / role.assumeRolePolicy.Statement[0].Principal.AWS"],
    "a trust policy that is not known": [
        { role: declare(IamRole, { assumeRolePolicy: unknown }) },
        " / role.assumeRolePolicy",
    ],
    "nobody, where everybody is denied": [
        { role: declare(IamRole, { assumeRolePolicy: policyOf({ Effect: "Deny", Action: "*", Principal: "*" }) }) },
        "nobody",
    ],
    "a trust policy that AWS refuses": [{ role: declare(IamRole, { assumeRolePolicy: "nonsense" }) }, "workload"],
};

describe("who acts under a role", () => {
    for (const [name, [program, known]] of Object.entries(CASES)) {
        it(name, () => {
            const { stack, resource } = graphOf(program);
            const identity = identityOf(stack, resource("role"));
            const actors = identity && actorsOf(identity);
            const awaits = actors && actors.unknown.length > 0 ? ` / ${actors.unknown.join(" ")}` : "";
            assert.equal(`${[...(actors?.known ?? [])].sort().join(" ")}${awaits}`, known);
        });
        it(`${name}, outputs unknown: the same, or not known`, () => {
            const { stack, resource } = graphOf(program, true);
            const identity = identityOf(stack, resource("role"));
            const { known: found, unknown: open } = (identity && actorsOf(identity)) ?? {
                known: new Set(),
                unknown: [],
            };
            const [actors = ""] = known.split(" / ");
            if (open.length === 0) assert.equal([...found].sort().join(" "), actors);
            else for (const one of found) assert.ok(actors.includes(one), one);
        });
    }
});

describe("others than roles", () => {
    const judged = (program: Program) =>
        identitiesOf(graphOf(program).stack).map(
            (one) => `${[...actorsOf(one).known].join()} ${isJudgedBy(one, "administration").is}`,
        );
    it("a permission set is for people's sessions, who may administer", () => {
        const instanceArn = "arn:aws:sso:::instance/ssoins-1";
        const program = {
            admins: declare(PermissionSet, { name: "admins", instanceArn }),
            attachment: declare(PermissionSetManagedPolicy, {
                instanceArn,
                permissionSetArn: ref("admins.arn"),
                managedPolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
            } as Example),
        };
        assert.deepEqual(judged(program), ["person no"]);
    });
    it("a policy that nothing attaches is nobody's, and may make no administrator", () => {
        assert.deepEqual(judged({ shared: declare(IamPolicy, { policy: policyOf({ Action: "*", Resource: "*" }) }) }), [
            "nobody yes",
        ]);
    });
});
