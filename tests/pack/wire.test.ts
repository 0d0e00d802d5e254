import assert from "node:assert/strict";
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import fc from "fast-check";
import { ListValue, NullValue, Struct, Value } from "google-protobuf/google/protobuf/struct_pb";
import { readResources, readStruct, SIGNATURE, withoutProperties } from "../../pack/sdk/wire";

type Tree = Record<string, unknown>;

/** What the generated code makes of the same bytes. */
function generated(bytes: Uint8Array): Tree {
    return Struct.deserializeBinary(bytes).toJavaScript() as Tree;
}

function struct(tree: Tree): Struct {
    return Struct.fromJavaScript(tree as Parameters<typeof Struct.fromJavaScript>[0]);
}

function bytesOf(message: { serializeBinary(): Uint8Array }): Buffer {
    return Buffer.from(message.serializeBinary());
}

const text = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom(
        "",
        "\u{feff}bom",
        "ä",
        "日本",
        "\u{1f600}",
        "constructor",
        "toString",
        "10",
        "2",
        SIGNATURE,
        "a".repeat(200),
    ),
);
const leaf = fc.oneof(
    text,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, -0, Number.NaN, Number.POSITIVE_INFINITY, "04da6b54-80e4-46f7-96ec-b56ff0331ba9"),
);
const { tree } = fc.letrec<{ tree: Tree; value: unknown }>((tie) => ({
    tree: fc.dictionary(text, tie("value"), { maxKeys: 6 }) as fc.Arbitrary<Tree>,
    value: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("value"), { maxLength: 4 }), tie("tree")),
}));

/** One field with a length, as protobuf writes it. */
function field(number: number, content: Buffer): Buffer {
    return Buffer.concat([varint(number * 8 + 2), varint(content.length), content]);
}

function varint(value: number): Buffer {
    const bytes: number[] = [];
    let left = value;
    for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
    return Buffer.from([...bytes, left]);
}

const entry = (key: string, value: Buffer) => field(1, Buffer.concat([field(1, Buffer.from(key)), field(2, value)]));
const said = (value: string) => field(3, Buffer.from(value));

describe("a Struct read from its bytes", () => {
    it("is what the generated code makes of it, key by key in their order", () => {
        fc.assert(
            fc.property(tree, (given) => {
                const bytes = bytesOf(struct(given));
                const [own, other] = [readStruct(bytes).tree, generated(bytes)];
                assert.deepEqual(own, other);
                assert.equal(JSON.stringify(own), JSON.stringify(other));
            }),
            { numRuns: 2000 },
        );
    });
    it("is the same in whichever order its keys travel, with a key that comes twice as it came last", () => {
        const orders = fc.uniqueArray(fc.constantFrom("b", "a", "c", "10", "9", "ä", "B", "", "aa"), { minLength: 1 });
        fc.assert(
            fc.property(orders, fc.nat(), (keys, again) => {
                const twice = [...keys, keys[again % keys.length] ?? ""];
                const bytes = Buffer.concat(twice.map((key, index) => entry(key, said(String(index)))));
                assert.equal(JSON.stringify(readStruct(bytes).tree), JSON.stringify(generated(bytes)));
            }),
        );
    });
    it("has no property __proto__, and no prototype of the program's", () => {
        const bytes = entry("__proto__", field(5, entry("polluted", said("yes"))));
        const { tree: own } = readStruct(Buffer.concat([bytes, entry("a", said("b"))]));
        assert.deepEqual(own, { a: "b" });
        assert.equal(Object.getPrototypeOf(own), Object.prototype);
        assert.equal(({} as Tree)["polluted"], undefined);
    });
    it("takes the last of several kinds of a value, and nothing for null", () => {
        const [first, last] = [new Value(), new Value()];
        first.setNumberValue(1);
        last.setBoolValue(true);
        const both = Buffer.concat([bytesOf(first), bytesOf(last)]);
        const none = new Value();
        none.setNullValue(NullValue.NULL_VALUE);
        const list = new Value();
        list.setListValue(new ListValue());
        const bytes = Buffer.concat([
            entry("a", both),
            entry("b", bytesOf(none)),
            entry("c", bytesOf(list)),
            entry("d", field(5, Buffer.alloc(0))),
        ]);
        assert.deepEqual(readStruct(bytes).tree, { a: true, b: null, c: [], d: {} });
        assert.deepEqual(readStruct(bytes).tree, generated(bytes));
        assert.deepEqual(readStruct(entry("e", Buffer.alloc(0))).tree, { e: null });
        assert.deepEqual(readStruct(field(1, field(1, Buffer.from("f")))).tree, { f: null });
    });
    it("passes over fields that it does not know", () => {
        const unknown = Buffer.concat([field(9, Buffer.from("x")), varint(10 * 8), varint(300)]);
        const bytes = Buffer.concat([unknown, entry("a", Buffer.concat([unknown, said("b")])), unknown]);
        assert.deepEqual(readStruct(bytes).tree, { a: "b" });
    });
    it("says whether anything in it is special", () => {
        assert.equal(readStruct(bytesOf(struct({ a: [{ b: { [SIGNATURE]: "x" } }] }))).isSpecial, true);
        assert.equal(readStruct(bytesOf(struct({ a: [{ b: SIGNATURE }] }))).isSpecial, false);
    });
    it("is refused where the bytes are broken, at whatever place they end", () => {
        const bytes = bytesOf(struct({ tags: { a: ["b", 1, true], name: "orders" } }));
        for (let end = 1; end < bytes.length; end++) assert.throws(() => readStruct(bytes.subarray(0, end)), `${end}`);
    });
});

function resource(
    type: string,
    name: string,
    set: (one: protocol.AnalyzerResource) => void,
): protocol.AnalyzerResource {
    const one = new protocol.AnalyzerResource();
    one.setType(type);
    one.setName(name);
    one.setUrn(`urn:pulumi:dev::shop::${type}::${name}`);
    one.setOptions(new protocol.AnalyzerResourceOptions());
    set(one);
    return one;
}

describe("the resources of a request", () => {
    const parent = "urn:pulumi:dev::shop::shop:index:Orders::orders";
    const request = new protocol.AnalyzeStackRequest();
    request.setResourcesList([
        resource("aws:sqs/queue:Queue", "orders", (one) => {
            one.setProperties(struct({ name: "orders" }));
            one.setParent(parent);
            one.getOptions()?.setProtect(true);
            one.setDependenciesList(["urn:a", "urn:b"]);
            const urns = new protocol.AnalyzerPropertyDependencies();
            urns.setUrnsList(["urn:b"]);
            one.getPropertydependenciesMap().set("policy", urns);
            one.getPropertydependenciesMap().set("", new protocol.AnalyzerPropertyDependencies());
            const provider = new protocol.AnalyzerProviderResource();
            provider.setProperties(struct({ version: "7.0.0" }));
            one.setProvider(provider);
        }),
        resource("aws:sns/topic:Topic", "news", (one) => {
            one.getOptions()?.setParent(parent);
            one.getOptions()?.setAliasesList(["urn:old"]);
        }),
    ]);
    const [queue, topic, ...more] = readResources(bytesOf(request));

    it("are read with all that the pack asks of them", () => {
        assert.equal(more.length, 0);
        assert.ok(queue?.provider && topic);
        assert.deepEqual(
            { ...queue, properties: readStruct(queue.properties).tree, provider: readStruct(queue.provider).tree },
            {
                type: "aws:sqs/queue:Queue",
                urn: "urn:pulumi:dev::shop::aws:sqs/queue:Queue::orders",
                name: "orders",
                protect: true,
                parent,
                dependencies: ["urn:a", "urn:b"],
                propertyDependencies: [
                    ["", []],
                    ["policy", ["urn:b"]],
                ],
                properties: { name: "orders" },
                provider: { version: "7.0.0" },
            },
        );
        assert.deepEqual([topic.parent, topic.protect, topic.provider], [parent, false, undefined]);
        assert.deepEqual(readStruct(topic.properties).tree, {});
    });
    it("are refused where the bytes end early", () => {
        const bytes = bytesOf(request);
        for (const end of [1, 20, bytes.length - 1]) assert.throws(() => readResources(bytes.subarray(0, end)));
    });
});

describe("a request about one resource", () => {
    const request = new protocol.AnalyzeRequest();
    request.setType("aws:sqs/queue:Queue");
    request.setProperties(struct({ name: "orders" }));
    request.setUrn("urn:pulumi:dev::shop::aws:sqs/queue:Queue::orders");
    const bytes = bytesOf(request);

    it("comes apart into its properties and all else", () => {
        const split = withoutProperties(bytes);
        assert.ok(split);
        assert.deepEqual(readStruct(split.properties).tree, { name: "orders" });
        const rest = protocol.AnalyzeRequest.deserializeBinary(split.rest);
        assert.equal(rest.hasProperties(), false);
        assert.deepEqual([rest.getType(), rest.getUrn()], [request.getType(), request.getUrn()]);
    });
    it("does not where they are not there exactly once", () => {
        request.clearProperties();
        assert.equal(withoutProperties(bytesOf(request)), undefined);
        assert.equal(withoutProperties(Buffer.concat([bytes, bytes])), undefined);
    });
});
