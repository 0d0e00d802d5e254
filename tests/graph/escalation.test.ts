import assert from "node:assert/strict";
import { IamPolicy, IamRole } from "../../model/aws";
import { identitiesOf, openPaths } from "../../model/graph";
import {
    arnFormats,
    type EscalationPath,
    escalationPaths,
    isDeciding,
    isForServiceRole,
    isRecommendedForCompute,
    managedPolicy,
    managedPolicyNames,
    resourceTypesOf,
    targetTypes,
} from "../../model/iam";
import { declare, type Program, policyOf, ref, trusts } from "../../pack";
import { stackOf } from "../support/stacks";

const allow = (actions: readonly string[], more: object = {}) => ({ Action: actions, Resource: "*", ...more });
const deny = (...actions: readonly string[]) => ({ Effect: "Deny", Action: actions, Resource: "*" });
const roleWith = (statements: readonly object[], more: object = {}): Program => ({
    role: declare(IamRole, {
        assumeRolePolicy: trusts("lambda"),
        inlinePolicies: statements.map((statement, index) => ({ name: `p${index}`, policy: policyOf(statement) })),
        ...more,
    }),
});
const boundedBy = (statements: readonly object[], ...boundary: readonly object[]): Program => ({
    ...roleWith(statements, { permissionsBoundary: ref("boundary.arn") }),
    boundary: declare(IamPolicy, { policy: policyOf(...boundary) }),
});

/** The ids of what is open to the role of a program, and how far. */
function open(program: Program): ReadonlyMap<string, string> {
    const stack = stackOf(program);
    const identity = identitiesOf(stack).find(({ role }) => role?.name === "role");
    assert.ok(identity);
    return new Map(
        openPaths(stack, identity)
            .filter(({ when }) => when.is === "yes")
            .map(({ path, reach }) => [path.id, typeof reach === "string" ? reach : reach.name]),
    );
}

/** A resource of another stack that the deciding action works on. */
function named({ target }: EscalationPath, action: string): object {
    const types = targetTypes(target.kind).filter((type) => resourceTypesOf(action).some((use) => use.type === type));
    const formats = types.flatMap((type) => arnFormats(action.slice(0, action.indexOf(":")), type));
    assert.ok(formats.length > 0);
    return {
        Resource: formats.map((format) => format.replace("${Partition}", "aws").replace(/\$\{\w+\}/g, "elsewhere")),
    };
}

describe("paths of escalation", () => {
    // A role that lets itself be assumed is told by its trust policy: below.
    for (const path of escalationPaths().filter(({ target }) => target.kind !== "assumable-role")) {
        const { id, needs, anyOf = [] } = path;
        const variants = anyOf.length === 0 ? [needs] : anyOf.map((one) => [...needs, one]);
        describe(id, () => {
            it("is open to a role that has just its needs, in one policy or in several", () => {
                for (const actions of variants) {
                    assert.equal(open(roleWith([allow(actions)])).get(id), "any");
                    assert.equal(open(roleWith(actions.map((action) => allow([action])))).get(id), "any");
                }
            });
            it("is closed where any one of them is missing", () => {
                for (const actions of variants)
                    for (const missing of actions) {
                        const rest = actions.filter((action) => action !== missing);
                        if (rest.length > 0) assert.equal(open(roleWith([allow(rest)])).has(id), false, missing);
                    }
            });
            it("is closed where any one of them is denied", () => {
                for (const actions of variants)
                    for (const denied of actions)
                        assert.equal(open(roleWith([allow(actions), deny(denied)])).has(id), false, denied);
            });
            it("is closed within a boundary without any one of them, and open within one that has them all", () => {
                for (const actions of variants) {
                    assert.equal(open(boundedBy([allow(actions)], allow(actions))).get(id), "any");
                    for (const missing of actions) {
                        const rest = { NotAction: missing, Resource: "*" };
                        assert.equal(open(boundedBy([allow(actions)], rest)).has(id), false, missing);
                    }
                }
            });
            // Where no action takes a resource, nothing can be named.
            if (path.target.actions.length === 0) return;
            it("is closed where what decides is named and lives elsewhere", () => {
                for (const actions of variants) {
                    const statements = actions.map((action) =>
                        allow([action], isDeciding(path, action) ? named(path, action) : {}),
                    );
                    const stack = stackOf(roleWith(statements));
                    const [identity] = identitiesOf(stack);
                    for (const action of actions) assert.equal(identity?.permissions.allows(action).is, "yes", action);
                    assert.equal(open(roleWith(statements)).has(id), false);
                }
            });
        });
    }

    it("are closed by the conditions that are known to close them", () => {
        const VALUES: Readonly<Record<string, readonly [string, string]>> = {
            "iam:PassedToService": ["StringEquals", "someother.amazonaws.com"],
            "iam:AssociatedResourceArn": ["ArnLike", "arn:aws:ec2:eu-west-1:111122223333:instance/i-1"],
            "iam:PolicyARN": ["ArnEquals", "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
            "iam:PermissionsBoundary": ["StringEquals", "arn:aws:iam::111122223333:policy/workload"],
            "kms:GrantIsForAWSResource": ["Bool", "true"],
        };
        for (const { id, needs, anyOf = [], target, closedBy = [] } of escalationPaths())
            for (const key of closedBy) {
                const [operator = "", value = ""] = VALUES[key] ?? [];
                const decides = (action: string) => target.actions.includes(action);
                const statements = [...needs, ...anyOf].map((action) =>
                    allow([action], decides(action) ? { Condition: { [operator]: { [key]: value } } } : {}),
                );
                assert.equal(open(roleWith(statements)).has(id), false, `${id} ${key}`);
            }
    });

    it("are not open by what AWS documents for workloads and wrote for its own services, alone", () => {
        const names = managedPolicyNames().filter((name) => isRecommendedForCompute(name) || isForServiceRole(name));
        assert.ok(names.length > 300);
        const arn = (name: string) => managedPolicy(name)?.arn ?? "";
        const blamed = names.filter((name) => {
            const trusting = isRecommendedForCompute(name) ? "lambda" : "glue";
            const role = declare(IamRole, { assumeRolePolicy: trusts(trusting), managedPolicyArns: [arn(name)] });
            return open({ role }).size > 0;
        });
        assert.deepEqual(blamed, []);
    });

    it("are open where a policy of the program completes what AWS's leaves", () => {
        const role = {
            assumeRolePolicy: trusts("glue"),
            managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"],
        };
        const pass = allow(["iam:PassRole"]);
        const inlinePolicies = [{ name: "pass", policy: policyOf(pass) }];
        assert.equal(
            open({ role: declare(IamRole, { ...role, inlinePolicies }) }).get("pass-role-glue-session"),
            "any",
        );
    });

    describe("through roles of the stack", () => {
        const run = allow(["lambda:CreateFunction", "lambda:InvokeFunction"]);
        const account = stackOf({ role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }) })
            .ofType(IamRole)[0]
            ?.root.get("arn")
            .text()
            ?.split(":")[4];
        const passing = (other: string) =>
            declare(IamRole, {
                assumeRolePolicy: trusts("lambda"),
                inlinePolicies: [
                    {
                        name: "pass",
                        policy: policyOf(run, {
                            Action: "iam:PassRole",
                            Resource: `arn:aws:iam::${account}:role/${other}`,
                        }),
                    },
                ],
            });
        const named = (name: string, role: ReturnType<typeof passing>) => declare(IamRole, { ...role.inputs, name });
        const last = (...statements: readonly object[]) =>
            declare(IamRole, {
                name: "last",
                assumeRolePolicy: trusts("lambda"),
                inlinePolicies: [{ name: "p", policy: policyOf(...statements) }],
            });

        it("they are open as far as the last of a chain is an administrator", () => {
            const program = { role: passing("next"), next: named("next", passing("last")), last: last(allow(["*"])) };
            assert.equal(open(program).get("pass-role-lambda-invoke"), "next");
        });
        it("or can become one", () => {
            const program = { role: passing("last"), last: last(allow(["iam:PutRolePolicy"])) };
            assert.equal(open(program).get("pass-role-lambda-invoke"), "last");
        });
        it("they are closed where the last can do no more than is named", () => {
            const program = {
                role: passing("next"),
                next: named("next", passing("last")),
                last: last(allow(["s3:*"])),
            };
            assert.deepEqual([...open(program)], []);
        });
        it("they are closed where roles can rise through each other only", () => {
            const program = { role: named("role", passing("other")), other: named("other", passing("role")) };
            assert.deepEqual([...open(program)], []);
        });
    });
});
