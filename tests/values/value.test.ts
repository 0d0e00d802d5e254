import assert from "node:assert/strict";
import fc from "fast-check";
import {
    inputsOf,
    isUnknown,
    knownPrefix,
    knownSuffix,
    UNKNOWN,
    UNREADABLE,
    Value,
    valueAt,
    WITHHELD,
} from "../../model/values";

const PARTLY = `arn:aws:s3:::${UNKNOWN}/*`;

describe("a value", () => {
    describe("is absent, unknown or known", () => {
        const states: readonly (readonly [string, unknown, string])[] = [
            ["undefined", undefined, "absent"],
            ["null, which to a provider means its default", null, "absent"],
            ["the sentinel of strings", UNKNOWN, "unknown"],
            ["the sentinel of objects", "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", "unknown"],
            ["a text around a sentinel", PARTLY, "unknown"],
            ["a secret that the engine could not decrypt", "[secret]", "unknown"],
            ["a value of an environment that a preview does not open", "[unknown]", "unknown"],
            ["what the SDK could not read", UNREADABLE, "unknown"],
            ["a text that only holds such a word", "a [secret] door", "known"],
            ["another UUID", "04da6b54-80e4-46f7-96ec-b56ff0331bff", "known"],
            ["an empty text", "", "known"],
            ["zero", 0, "known"],
            ["false", false, "known"],
            ["an object with an unknown leaf", { a: UNKNOWN }, "known"],
        ];
        for (const [what, raw, state] of states) {
            it(`${what}: ${state}`, () => {
                const value = new Value(raw);
                assert.equal(value.state, state);
                assert.equal(value.known() !== undefined, state === "known");
            });
        }
        it("and below an unknown everything is unknown, below an absent one absent", () => {
            assert.equal(new Value(UNKNOWN).down("a.b").state, "unknown");
            assert.equal(new Value(undefined).down("a.b").state, "absent");
            assert.equal(new Value("text").get("length").state, "absent");
        });
    });

    it("is unknown where a sentinel stands anywhere in its text, whatever stands around it", () => {
        const piece = fc.constantFrom("-", "04da6b54-", UNKNOWN.slice(0, 35), "a-b-c-d-e", "[secret]", "é", "");
        const part = fc.oneof(fc.string(), piece, fc.uuid());
        fc.assert(
            fc.property(fc.array(part), fc.array(part), (before, after) => {
                const [left, right] = [before.join(""), after.join("")];
                assert.ok(isUnknown(`${left}${UNKNOWN}${right}`));
                const holdsNone =
                    !`${left}${right}`.includes(UNKNOWN) && !/^\[(?:secret|unknown)\]$/.test(left + right);
                assert.equal(isUnknown(left + right), !holdsNone);
            }),
        );
    });

    describe("reads as", () => {
        const scalars: readonly (readonly [unknown, string | undefined, number | undefined, boolean | undefined])[] = [
            ["text", "text", undefined, undefined],
            ["", "", undefined, undefined],
            ["  ", "  ", undefined, undefined],
            ["12", "12", 12, undefined],
            ["1e3", "1e3", 1000, undefined],
            ["Infinity", "Infinity", undefined, undefined],
            [12, undefined, 12, undefined],
            [0, undefined, 0, undefined],
            [true, undefined, undefined, true],
            [false, undefined, undefined, false],
            ["true", "true", undefined, true],
            ["false", "false", undefined, false],
            ["TRUE", "TRUE", undefined, true],
            ["False", "False", undefined, false],
            ["1", "1", 1, true],
            ["0", "0", 0, false],
            ["yes", "yes", undefined, undefined],
            [null, undefined, undefined, undefined],
            [UNKNOWN, undefined, undefined, undefined],
            [PARTLY, undefined, undefined, undefined],
            [["12"], undefined, undefined, undefined],
            [{ a: 1 }, undefined, undefined, undefined],
        ];
        for (const [raw, text, number, boolean] of scalars) {
            it(`${JSON.stringify(raw)}: text ${text}, number ${number}, boolean ${boolean}`, () => {
                const value = new Value(raw);
                assert.deepEqual([value.text(), value.number(), value.boolean()], [text, number, boolean]);
                const isScalar = value.state === "known" && typeof raw !== "object";
                assert.equal(value.scalar(), isScalar ? String(raw) : undefined);
            });
        }
        it("partial text, with what is known to stand first", () => {
            assert.equal(new Value(PARTLY).partialText(), PARTLY);
            assert.equal(knownPrefix(PARTLY), "arn:aws:s3:::");
            assert.equal(knownPrefix(UNKNOWN), "");
            assert.equal(knownPrefix("whole"), "whole");
        });
    });

    describe("knows its place", () => {
        const tree = {
            vpcConfig: { subnetIds: ["a", UNKNOWN] },
            tags: { "aws:cloudformation/stack": "x", $plain: 1, "a b": { c: [{ d: 1 }] } },
        };
        const places: readonly (readonly [string, (root: Value) => Value | undefined])[] = [
            ["", (root) => root],
            ["vpcConfig.subnetIds", (root) => root.down("vpcConfig.subnetIds")],
            ["vpcConfig.subnetIds[1]", (root) => root.down("vpcConfig.subnetIds").items()[1] as Value],
            ['tags["aws:cloudformation/stack"]', (root) => root.get("tags").get("aws:cloudformation/stack")],
            ["tags.$plain", (root) => root.down("tags.$plain")],
            [
                'tags["a b"].c[0].d',
                (root) => (root.get("tags").get("a b").get("c").items()[0] as Value | undefined)?.get("d"),
            ],
            ["never.there", (root) => root.down("never.there")],
        ];
        for (const [path, take] of places) {
            it(path === "" ? "at the root" : path, () => {
                assert.equal(take(new Value(tree))?.path, path);
                const placed = take(new Value(tree, "", { resource: "orders" }))?.place;
                assert.equal(placed, path === "" ? "orders" : `orders.${path}`);
            });
        }
    });

    describe("holds lists and blocks", () => {
        it("a single value is a list of one, at its own path", () => {
            const [only, ...more] = new Value("x", "actions").items() as Value[];
            assert.deepEqual([only?.text(), only?.path, more.length], ["x", "actions", 0]);
        });
        it("absent and unknown are lists of none: their state tells them apart", () => {
            assert.deepEqual([new Value(undefined).items(), new Value(UNKNOWN).items()], [[], []]);
        });
        it("an element that is null or unknown hides none of the others", () => {
            const states = (new Value(["a", null, UNKNOWN, "b"]).items() as Value[]).map(({ state }) => state);
            assert.deepEqual(states, ["known", "absent", "unknown", "known"]);
        });
        it("a block given as a list of one reads as the block itself", () => {
            for (const given of [{ mode: "Active" }, [{ mode: "Active" }]]) {
                const mode = new Value({ tracing: given }).down("tracing.mode");
                assert.deepEqual([mode.text(), mode.path], ["Active", "tracing.mode"]);
            }
            assert.equal(new Value({ tracing: [UNKNOWN] }).down("tracing.mode").state, "unknown");
            assert.equal(new Value({ tracing: [{ mode: "a" }, { mode: "b" }] }).down("tracing.mode").state, "absent");
        });
        it("entries come in the order given; only objects have any", () => {
            const entries = new Value({ b: 1, a: UNKNOWN }).entries().map(([key, { state }]) => [key, state]);
            assert.deepEqual(entries, [
                ["b", "known"],
                ["a", "unknown"],
            ]);
            for (const raw of ["ab", 5, ["a"], null, UNKNOWN]) assert.deepEqual(new Value(raw).entries(), []);
        });
        it("a name that every object inherits is absent unless it is given", () => {
            for (const key of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
                assert.equal(new Value({}).get(key).state, "absent", key);
                assert.equal(new Value(JSON.parse(`{"${key}":1}`)).get(key).number(), 1, key);
            }
        });
        it("inputs are taken by name", () => {
            const { principal, sourceArn } = inputsOf(
                new Value<{ principal?: string; sourceArn?: string }>({ principal: "*" }),
            );
            assert.deepEqual([principal.text(), sourceArn.state, sourceArn.path], ["*", "absent", "sourceArn"]);
        });
    });

    describe("holds JSON", () => {
        const statement = (value: Value | undefined) => value?.get("Statement").items()[0] as Value | undefined;
        it("as text, with paths below its own", () => {
            const effect = statement(new Value('{"Statement":[{"Effect":"Allow"}]}', "policy").json())?.get("Effect");
            assert.deepEqual([effect?.text(), effect?.path], ["Allow", "policy.Statement[0].Effect"]);
        });
        it("as an object, unchanged", () => {
            const policy = new Value({ Statement: [{ Effect: "Allow" }] }, "policy");
            assert.equal(policy.json(), policy);
        });
        it("as text around an unknown: the known leaves are known", () => {
            const parsed = statement(new Value(`{"Statement":[{"Effect":"Allow","Resource":"${PARTLY}"}]}`).json());
            assert.deepEqual([parsed?.get("Effect").text(), parsed?.get("Resource").state], ["Allow", "unknown"]);
        });
        const others: readonly (readonly [string, unknown, string])[] = [
            ["an unknown text", UNKNOWN, "unknown"],
            ["an unknown that breaks the text", `{"a": ${UNKNOWN}}`, "unknown"],
            ["a text that begins with an unknown", `${UNKNOWN}{}`, "unknown"],
            ["nothing", undefined, "absent"],
            ["broken text", '{"a":', "no value"],
            ["text of something else", "Version: 2012-10-17", "no value"],
            ["a JSON text of a text", '"inner"', "known"],
        ];
        for (const [what, raw, state] of others) {
            it(`${what}: ${state}`, () => assert.equal(new Value(raw).json()?.state ?? "no value", state));
        }
    });

    it("names every unknown at and below it", () => {
        const root = new Value({ a: [1, UNKNOWN, { b: PARTLY }], c: UNKNOWN, d: null }, "", { resource: "orders" });
        assert.deepEqual(root.unknowns(), ["orders.a[1]", "orders.a[2].b", "orders.c"]);
        assert.deepEqual(new Value("plain").unknowns(), []);
        assert.deepEqual(new Value(UNKNOWN, "at").unknowns(), ["at"]);
    });

    describe("is secret", () => {
        const secrets = new Set(["environment.variables.TOKEN", "masterPassword", "nested"]);
        const root = new Value(
            { environment: { variables: { TOKEN: "t", TABLE: "u" } }, masterPassword: "p", nested: { deep: ["x"] } },
            "",
            { secrets },
        );
        const marks: readonly (readonly [string, boolean])[] = [
            ["environment.variables.TOKEN", true],
            ["environment.variables.TABLE", false],
            ["environment", false],
            ["masterPassword", true],
            ["nested", true],
            ["nested.deep", true],
            ["other", false],
        ];
        for (const [path, secret] of marks) {
            it(`${path}: ${secret}`, () => assert.equal(root.down(path).secret, secret));
        }
        it("with the elements and the JSON of a secret", () => {
            assert.ok((root.down("nested.deep").items()[0] as Value).secret);
            const json = new Value({ value: '{"password":"p"}' }, "", { secrets: new Set(["value"]) })
                .get("value")
                .json();
            assert.ok(json?.get("password").secret);
        });
        it("and nothing is, where nothing was observed", () =>
            assert.equal(new Value({ a: 1 }).get("a").secret, false));
    });

    it("tells why it is unknown", () => {
        const why = (raw: unknown) => new Value(raw).missing;
        assert.deepEqual([WITHHELD, UNREADABLE, UNKNOWN, "[unknown]", "text", undefined].map(why), [
            "withheld",
            "unreadable",
            "later",
            "later",
            undefined,
            undefined,
        ]);
    });
    it("has nothing known at the ends of a placeholder", () => {
        assert.deepEqual([knownPrefix(WITHHELD), knownSuffix(WITHHELD)], ["", ""]);
    });
    describe("is found again by its path", () => {
        const root = new Value({
            policy: JSON.stringify({ Statement: [{ Action: "[secret]" }, { Action: ["s3:GetObject"] }] }),
            "odd.key": { a: [1, { b: "here" }] },
            later: UNKNOWN,
        });
        for (const [path, text, state] of [
            ["policy.Statement[1].Action[0]", "s3:GetObject", "known"],
            ["policy.Statement[0].Action", undefined, "unknown"],
            ["policy.Statement[7].Action", undefined, "absent"],
            ['["odd.key"].a[1].b', "here", "known"],
            ["later.a.b", undefined, "unknown"],
            ["nowhere[0].at", undefined, "absent"],
        ] as const) {
            it(path, () => assert.deepEqual([valueAt(root, path).text(), valueAt(root, path).state], [text, state]));
        }
        it("the root by an empty one", () => assert.equal(valueAt(root, ""), root));
    });

    it("never throws, whatever stands in it", () => {
        const sentinels = fc.constantFrom(UNKNOWN, PARTLY, "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");
        const key = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString", "then", "a"));
        const { tree } = fc.letrec((tie) => ({
            tree: fc.oneof(
                { maxDepth: 4 },
                fc.jsonValue({ maxDepth: 1 }),
                sentinels,
                fc.array(tie("tree"), { maxLength: 4 }),
                fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
            ),
        }));
        fc.assert(
            fc.property(tree, key, (raw, name) => {
                const value = new Value(raw);
                for (const read of [value, value.get(name), ...(value.items() as Value[]), value.json()]) {
                    if (!read) continue;
                    read.text();
                    read.number();
                    read.boolean();
                    read.unknowns();
                    read.entries();
                    read.down(name);
                }
                assert.equal(value.state === "unknown", isUnknown(raw));
            }),
        );
    });
});
