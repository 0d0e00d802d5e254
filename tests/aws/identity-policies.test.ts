import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { boundarySlots, groupMemberships, identityTypes, policyGrants, policyNames } from "../../model/aws";
import { hasInput, inputsNamed } from "../support/typings";

const { table } = JSON.parse(readFileSync(path.resolve(__dirname, "../../data/synthetic/resources.json"), "utf8")) as {
    table: Readonly<Record<string, string>>;
};

const PATHS: readonly (readonly [string, string])[] = [
    ...[...policyGrants, ...boundarySlots].flatMap(({ from, whom, document, policy }) =>
        [whom, document, policy].flatMap((one) => (one === undefined ? [] : [[from.token, one] as const])),
    ),
    ...policyNames.flatMap(({ from, whom, names }) => [whom, names].map((one) => [from.token, one] as const)),
    ...groupMemberships.flatMap(({ from, users, groups }) => [users, groups].map((one) => [from.token, one] as const)),
];

/** Of IAM and Identity Center, what gives no policy although it names one. */
const GIVES_NONE = new Set(["aws:iam/policy:Policy"]);

describe("what gives policies", () => {
    for (const [token, input] of PATHS) {
        it(`has the input in the typings: ${token} ${input}`, () => assert.ok(hasInput(token, input)));
    }

    const known = new Set(identityTypes.map(({ token }) => token));
    for (const token of Object.keys(table).filter((one) => /^aws:(?:iam|ssoadmin)\//.test(one))) {
        const naming = inputsNamed(token, /^(?:policy|inlinePolicy|(?:managed)?policyArns?|policyNames|name)$/i).filter(
            (input) => /policy/i.test(input),
        );
        if (naming.length === 0 || GIVES_NONE.has(token)) continue;
        const bounds = boundarySlots.some(({ from }) => from.token === token);
        it(`is all of it known: ${token}`, () => assert.ok(known.has(token) || bounds, naming.join(", ")));
    }
});
