import assert from "node:assert/strict";
import * as policy from "@pulumi/policy";
import * as deserializer from "@pulumi/policy/deserialize";
import * as proxy from "@pulumi/policy/proxy";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as wire from "../../gate/synthetic/wire-values";
import { isUnknown, UNKNOWN, Value } from "../../model/values";
import { rawProperties, secretPaths } from "../../pack/sdk";

type Tree = Record<string, unknown>;
const sdk = proxy as unknown as Record<string, string> & { unknownCheckingProxy(tree: Tree): Tree };
const { deserializeProperties } = deserializer as unknown as {
    deserializeProperties(properties: Struct, proxySecrets: boolean): Tree;
};
const { UnknownValueError } = policy as unknown as {
    UnknownValueError: new (sentinel: string, path: readonly string[]) => Error;
};

const sentinels = Object.entries(sdk).flatMap(([name, value]) =>
    /^unknown\w+Value$/.test(name) ? [[name, value]] : [],
);

/** Properties as the SDK's server hands them to a validation, or to a remediation. */
function received(tree: Tree, phase: "validation" | "remediation"): Tree {
    const properties = Struct.fromJavaScript(tree as Parameters<typeof Struct.fromJavaScript>[0]);
    return sdk.unknownCheckingProxy(deserializeProperties(properties, phase === "remediation"));
}

const secret = (value: unknown) => ({ [wire.SIGNATURE_KEY]: wire.SECRET_SIGNATURE, value });
const TREE: Tree = {
    name: "orders",
    arn: UNKNOWN,
    list: ["a", UNKNOWN, { deep: sdk["unknownObjectValue"] }],
    block: { on: true, size: 3, nothing: null },
};

describe("the SDK's sentinels", () => {
    it("are as many as the SDK has kinds of values", () => assert.equal(sentinels.length, 7));
    for (const [name = "", value = ""] of sentinels) {
        it(`${name} is unknown to the model, to the gate and to the SDK`, () => {
            assert.ok(isUnknown(value));
            assert.ok(isUnknown(`arn:aws:s3:::${value}/*`), "inside a text");
            assert.ok(wire.isUnknown(value));
            assert.throws(() => received({ at: value }, "validation")["at"], UnknownValueError);
        });
    }
    it("the one of strings stands for unknowns in fixtures and in the gate", () => {
        assert.equal(UNKNOWN, sdk["unknownStringValue"]);
        assert.equal(wire.UNKNOWN, sdk["unknownStringValue"]);
    });
    it("are read without an error where the SDK throws", () => {
        const props = received(TREE, "validation");
        assert.throws(() => props["arn"], UnknownValueError);
        assert.deepEqual(new Value(rawProperties(props)).unknowns(), ["arn", "list[1]", "list[2].deep"]);
    });
});

describe("the raw properties", () => {
    for (const phase of ["validation", "remediation"] as const) {
        it(`of a ${phase} are the tree behind its proxies`, () => {
            assert.deepEqual(rawProperties(received(TREE, phase)), TREE);
        });
    }
    it("of a validation have their secrets opened", () => {
        const props = received({ password: secret("p"), block: { token: secret(UNKNOWN) } }, "validation");
        assert.deepEqual(rawProperties(props), { password: "p", block: { token: UNKNOWN } });
    });
    it("of a plain tree are the tree", () => assert.deepEqual(rawProperties(TREE), TREE));

    describe("behind a proxy that does not give its target", () => {
        /** An SDK that still throws at unknowns, and keeps its inner workings to itself. */
        const closed = (tree: object): Tree =>
            new Proxy(tree, {
                get: (target, key) => {
                    const value: unknown = Reflect.get(target, key);
                    if (isUnknown(value)) throw new UnknownValueError(String(value), [String(key)]);
                    return typeof value === "object" && value !== null ? closed(value) : value;
                },
            }) as Tree;
        it("are copied leaf by leaf, with the sentinel of each that throws", () => {
            assert.deepEqual(rawProperties(closed(TREE)), TREE);
        });
        it("do not hide another error", () => {
            const broken = Object.defineProperty({}, "at", {
                enumerable: true,
                get: () => {
                    throw new TypeError("broken");
                },
            });
            assert.throws(() => rawProperties(broken), TypeError);
        });
    });
});

describe("the observed secrets", () => {
    const rows: readonly (readonly [string, Tree, readonly string[]])[] = [
        ["none", TREE, []],
        ["an input", { password: secret("p") }, ["password"]],
        ["an unknown input", { password: secret(UNKNOWN) }, ["password"]],
        ["a whole block", { block: secret({ a: 1 }) }, ["block"]],
        ["a secret within a secret", { block: secret({ a: secret(1) }) }, ["block"]],
        ["an element", { list: ["a", { b: secret("x") }] }, ["list[1].b"]],
        ["a key that is no word", { tags: { "a:b": secret("x") } }, ['tags["a:b"]']],
        [
            "beside a key that names a prototype",
            JSON.parse(`{"map":{"__proto__":{},"k":${JSON.stringify(secret("x"))}}}`),
            ["map.k"],
        ],
    ];
    for (const [what, tree, paths] of rows) {
        it(`${what}: ${paths.join(", ") || "none"}`, () => {
            assert.deepEqual([...secretPaths(rawProperties(received(tree, "remediation")))], paths);
        });
    }
    it("are not the marks that say nothing, but those below them and beside them", () => {
        const tree = { value: secret({ a: secret("x") }), other: secret("y"), deep: { value: secret("z") } };
        const observed = secretPaths(rawProperties(received(tree, "remediation")), ["value"]);
        assert.deepEqual([...observed].sort(), ["deep.value", "other", "value.a"]);
    });
    it("stand at the paths by which a value knows that it is secret", () => {
        const tree = { environment: { variables: { "A B": secret("x") } }, list: [secret("y")] };
        const secrets = secretPaths(rawProperties(received(tree, "remediation")));
        const root = new Value(rawProperties(received(tree, "validation")), "", { secrets });
        assert.ok(root.down("environment.variables").get("A B").secret);
        assert.ok((root.get("list").items()[0] as Value).secret);
    });
});
