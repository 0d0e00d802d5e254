import assert from "node:assert/strict";
import { IamRole, IamRolePolicy, LambdaFunction } from "../../model/aws";
import { UNKNOWN } from "../../model/values";
import { declare, json, ref, trusts } from "../../pack";
import adminAccess from "../../policies/execution-roles/exec-role-no-admin-access";
import serviceWildcard from "../../policies/execution-roles/exec-role-no-service-wildcard-action";
import plaintextSecrets from "../../policies/secrets/lambda-env-no-plaintext-secrets";
import { analyze } from "../support/analysis";

const good = {
    Effect: "Allow",
    Action: "dynamodb:GetItem",
    Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/a",
};
const wide = { Effect: "Allow", Action: "dynamodb:*", Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/a" };
const admin = { Effect: "Allow", Action: "*", Resource: "*" };

/** What a program may hold in place of a statement, and no rule may stumble over. */
const BROKEN: Readonly<Record<string, unknown>> = {
    "a text": "Allow everything",
    "a number": 5,
    null: null,
    "a list": [[good]],
    "an empty object": {},
    "an unknown": UNKNOWN,
    "a statement without an action": { Effect: "Allow", Resource: "*" },
    "an action that is an object": { Effect: "Allow", Action: { toString: "s3:*" }, Resource: "*" },
    "an effect that is a list": { Effect: ["Allow"], Action: "s3:GetObject", Resource: "*" },
    "conditions of the wrong shape": {
        ...good,
        Condition: { StringEquals: { "aws:SourceArn": { toString: 1 } }, Bool: 1 },
    },
};

const programOf = (...statements: readonly unknown[]) => ({
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    policy: declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: { Version: "2012-10-17", Statement: statements } as never,
    }),
    text: declare(IamRolePolicy, { role: ref("role.name"), policy: json({ Statement: statements }) }),
    orders: declare(LambdaFunction, { role: ref("role.arn") }),
});

describe("one broken element", () => {
    for (const [what, broken] of Object.entries(BROKEN)) {
        it(`${what} among a policy's statements hides neither of its neighbours`, async () => {
            const { checks } = await analyze([adminAccess, serviceWildcard], programOf(wide, broken, admin));
            const violations = checks.filter(({ verdict }) => verdict === "violation");
            for (const [rule, place] of [
                [adminAccess, "policy: policy.Statement[2]"],
                [serviceWildcard, "policy: policy.Statement[0]"],
            ] as const) {
                const at = violations
                    .filter(({ policy }) => policy === rule.id)
                    .map((check) => `${check.urn.split("::").at(-1)}: ${check.at}`);
                assert.ok(at.includes(place), `${rule.id} is missing at ${place}: ${at}`);
                // Where the whole text is unknown, there is nothing to find in it.
                if (broken !== UNKNOWN) assert.ok(at.includes("text: policy"), `${rule.id} is missing in the text`);
            }
            assert.deepEqual(
                checks.filter(({ verdict }) => verdict === "failed"),
                [],
            );
        });
    }
    it("among environment variables hides none of the secrets beside it", async () => {
        const variables = { A_TOKEN: UNKNOWN, B: null, C: { D: 1 }, E: ["x"], DB_PASSWORD: "correct-horse", F: 5 };
        const { checks } = await analyze([plaintextSecrets], {
            orders: declare(LambdaFunction, { role: "r", environment: { variables: variables as never } }),
        });
        assert.deepEqual(checks.map(({ verdict, at }) => [verdict, at]).sort(), [
            ["undecided", "environment.variables.A_TOKEN"],
            ["violation", "environment.variables.DB_PASSWORD"],
        ]);
    });
});
