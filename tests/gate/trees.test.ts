import assert from "node:assert/strict";
import fc from "fast-check";
import {
    dependenciesOf,
    fromStruct,
    plain,
    toStruct,
    withDependencies,
    withOutputValues,
    withoutInternals,
    withoutOutputValues,
} from "../../gate/host/trees";
import {
    ARCHIVE_SIGNATURE,
    ASSET_SIGNATURE,
    OUTPUT_SIGNATURE,
    RESOURCE_SIGNATURE,
    SECRET_SIGNATURE,
    SIGNATURE_KEY,
    secret,
    UNKNOWN,
} from "../../gate/synthetic/wire-values";

const output = (content: Record<string, unknown>) => ({ [SIGNATURE_KEY]: OUTPUT_SIGNATURE, ...content });

describe("property trees on their way through transforms", () => {
    const tree = { environment: { variables: { LEVEL: "debug", PASSWORD: secret("x"), ARN: UNKNOWN } } };
    it("mark the leaf that is secret or unknown, and nothing around it", () => {
        assert.deepEqual(withOutputValues(tree), {
            environment: {
                variables: { LEVEL: "debug", PASSWORD: output({ value: "x", secret: true }), ARN: output({}) },
            },
        });
    });
    it("come back as they were", () => assert.deepEqual(plain(withOutputValues(tree)), tree));
    it("name what a property depends on where its inside does not", () => {
        const inside = { list: [output({ value: "a", dependencies: ["urn:a"] })] };
        assert.deepEqual(withDependencies(inside, { list: ["urn:a"] }), inside);
        const around = withDependencies(inside, { list: ["urn:a", "urn:b"] });
        assert.deepEqual(around["list"], output({ value: inside.list, dependencies: ["urn:a", "urn:b"] }));
        assert.deepEqual([...dependenciesOf(around["list"])].sort(), ["urn:a", "urn:b"]);
    });
    it("survive objects that are special and malformed", () => {
        const signature = fc.constantFrom(
            ...[ARCHIVE_SIGNATURE, ASSET_SIGNATURE, OUTPUT_SIGNATURE, RESOURCE_SIGNATURE, SECRET_SIGNATURE, "other"],
        );
        const { tree: any } = fc.letrec((tie) => ({
            tree: fc.oneof(
                { maxDepth: 4 },
                fc.string(),
                fc.constant(UNKNOWN),
                fc.constant(null),
                fc.array(tie("tree")),
                tie("special"),
            ),
            special: fc
                .tuple(
                    signature,
                    fc.dictionary(
                        fc.constantFrom("value", "secret", "dependencies", "id", "urn", "hash", "assets", "path"),
                        tie("tree"),
                    ),
                )
                .map(([kind, content]) => ({ [SIGNATURE_KEY]: kind, ...content })),
        }));
        fc.assert(
            fc.property(any, (value) => {
                const given = { value };
                const sent = withDependencies(withOutputValues(given), { value: ["urn:a"] });
                assert.deepEqual(dependenciesOf(sent["value"]).includes("urn:a"), true);
                toStruct(plain(sent));
                return fromStruct(toStruct(plain(given))) !== undefined;
            }),
        );
    });
});

describe("property trees as a pack sees them", () => {
    it("lack what is the provider's own, at the top alone", () => {
        const code = { assets: { "__index.js": { text: "exports.handler = 1;" } } };
        assert.deepEqual(withoutInternals({ __defaults: [], code }), { code });
    });
});

describe("property trees for a plugin that takes no output values", () => {
    it("hold their values, secrets and unknowns, and references as they were", () => {
        const reference = { [SIGNATURE_KEY]: RESOURCE_SIGNATURE, urn: "urn:a", id: output({ value: "a" }) };
        const given = {
            tags: [output({ value: "x", secret: true }), output({})],
            plain: output({ value: { of: "y" } }),
        };
        assert.deepEqual(withoutOutputValues({ ...given, reference }), {
            tags: [secret("x"), UNKNOWN],
            plain: { of: "y" },
            reference: { ...reference, id: "a" },
        });
    });
});
