import assert from "node:assert/strict";
import marks from "../../data/aws/marks.json";
import { alwaysMarked, secretInputs, secretsGiven } from "../../model/aws";
import { Value } from "../../model/values";
import { inputsWith } from "../support/trees";
import { hasInput } from "../support/typings";

/** What is marked and opens nothing, what holds other texts besides, and where secrets belong. */
const NO_SECRET =
    /^(?:.*[cC]ertificate(?:Chain|Pem)?|caPem|certificateWallet|.*(?:Id|Username|Principal|LoginBanner|PublicKeys)|kmsEncryptionContext|notes|schema|content|environmentVariables|airflowConfigurationOptions|athenaProperties)$/;
const KEPT = /^aws:(?:secretsmanager\/secretVersion|ssm\/parameter|s3\/bucket\w+):/;

/** Of services that @pulumi/aws 7 has no more. */
const GONE = /^aws:opsworks\//;

describe("inputs that take secrets", () => {
    for (const { type, paths } of secretInputs) {
        for (const path of paths) {
            it(`${type.token} ${path}`, () => {
                if (!GONE.test(type.token)) assert.ok(hasInput(type.token, path), "the typings have no such input");
                const at = (text: unknown) =>
                    secretsGiven(type.token, new Value(inputsWith(path, text))).map((given) => given.at.path);
                assert.deepEqual(at("correct-horse"), [path.replaceAll("[]", "[0]").replace(".*", '["*"]')]);
                assert.deepEqual(at(""), []);
                assert.deepEqual(at(undefined), []);
                assert.deepEqual(at("arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-Ab12Cd"), []);
            });
        }
    }

    it("names every input that the SDK marks, but those that are no secrets and those that keep them", () => {
        const named = new Set(secretInputs.flatMap(({ type, paths }) => paths.map((path) => `${type.token} ${path}`)));
        const marked = Object.keys(marks.table).flatMap((type) =>
            alwaysMarked(type)
                .filter(
                    (input) =>
                        hasInput(type, input) && !/Wo$/.test(input) && !NO_SECRET.test(input) && !KEPT.test(type),
                )
                .map((input) => ({ type, input })),
        );
        const unnamed = marked.filter(
            ({ type, input }) => ![...named].some((one) => one.replace("[]", "").startsWith(`${type} ${input}`)),
        );
        assert.deepEqual(unnamed, []);
    });

    it("names no input twice", () => {
        const all = secretInputs.flatMap(({ type, paths }) => paths.map((path) => `${type.token} ${path}`));
        assert.deepEqual(all, [...new Set(all)]);
    });
});
