/**
 * Reads requests from their bytes: what the generated code would make of them, without a message object for every leaf, and a
 * resource's properties only when somebody asks. Layouts: analyzer.proto, struct.proto.
 */
import type { Reader } from "protobufjs/minimal";

/** One resource of an AnalyzeStack request. */
export interface WireResource {
    readonly type: string;
    readonly urn: string;
    readonly name: string;
    readonly protect: boolean;
    /** A URN; empty where it has none. */
    readonly parent: string;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: ReadonlyMap<string, readonly string[]>;
    /** A `google.protobuf.Struct`. */
    readonly properties: Buffer;
    /** Those of its provider. */
    readonly provider: Buffer | undefined;
}

/** What a `google.protobuf.Struct` holds, as its `toJavaScript` gives it, and whether anything in it is a special object. */
export interface Tree {
    readonly tree: Record<string, unknown>;
    readonly isSpecial: boolean;
}

/** The key by which an asset, an archive or a secret is told from a plain object. Source: @pulumi/pulumi, runtime/rpc. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** The tag of a field that has a length: its number, and wire type 2. */
const sized = (field: number) => field * 8 + 2;
const VARINT = 0;
const NOTHING: Buffer = Buffer.alloc(0);

/** All resources of an AnalyzeStack request. Throws where the bytes are none. */
export function readResources(request: Buffer): readonly WireResource[] {
    const found: WireResource[] = [];
    const known = new Map<string, string>();
    eachField(readerOf(request), request.length, {
        [sized(1)]: (reader) => found.push(resourceIn(reader, endOf(reader), known)),
    });
    return found;
}

/** Loaded when the first request comes: the pack's start waits for nothing that it does not need. */
function readerOf(bytes: Uint8Array): Reader {
    return (require("protobufjs/minimal") as typeof import("protobufjs/minimal")).Reader.create(bytes);
}

type Take = Readonly<Record<number, (reader: Reader) => void>>;

/** Goes through a message's fields up to its end, by their tags; what nobody takes is skipped. */
function eachField(reader: Reader, end: number, take: Take): void {
    while (reader.pos < end) {
        const tag = reader.uint32();
        const taken = take[tag];
        if (taken) taken(reader);
        else reader.skipType(tag & 7);
    }
    checkEnd(reader, end);
}

/** Where the message ends that begins here. */
function endOf(reader: Reader): number {
    const length = reader.uint32();
    return reader.pos + length;
}

function bytesOf(reader: Reader): Buffer {
    const end = endOf(reader);
    const bytes = (reader.buf as Buffer).subarray(reader.pos, end);
    reader.pos = end;
    return bytes;
}

function resourceIn(reader: Reader, end: number, known: Map<string, string>): WireResource {
    let [type, urn, name, parent, parentByOptions] = ["", "", "", "", ""];
    let protect = false;
    let properties = NOTHING;
    let provider: Buffer | undefined;
    const dependencies: string[] = [];
    const propertyDependencies = new Map<string, readonly string[]>();
    while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag) {
            case sized(1):
                type = shared(reader, known);
                break;
            case sized(2):
                properties = bytesOf(reader);
                break;
            case sized(3):
                urn = shared(reader, known);
                break;
            case sized(4):
                name = reader.string();
                break;
            case sized(5):
                eachField(reader, endOf(reader), {
                    [1 * 8 + VARINT]: () => {
                        protect = reader.bool();
                    },
                    [sized(8)]: () => {
                        parentByOptions = shared(reader, known);
                    },
                });
                break;
            case sized(6):
                provider = propertiesOfProvider(reader);
                break;
            case sized(7):
                parent = shared(reader, known);
                break;
            case sized(8):
                dependencies.push(shared(reader, known));
                break;
            case sized(9):
                propertyDependencies.set(...dependenciesOf(reader, known));
                break;
            default:
                reader.skipType(tag & 7);
        }
    }
    checkEnd(reader, end);
    return {
        type,
        urn,
        name,
        protect,
        parent: parent || parentByOptions,
        dependencies,
        propertyDependencies,
        properties,
        provider,
    };
}

/** Of types and URNs there are few different ones: each is kept once. */
function shared(reader: Reader, known: Map<string, string>): string {
    const text = reader.string();
    const kept = known.get(text);
    if (kept === undefined) known.set(text, text);
    return kept ?? text;
}

function propertiesOfProvider(reader: Reader): Buffer {
    let properties = NOTHING;
    eachField(reader, endOf(reader), {
        [sized(2)]: () => {
            properties = bytesOf(reader);
        },
    });
    return properties;
}

/** An entry of the map: a property, and the URNs that it depends on. */
function dependenciesOf(reader: Reader, known: Map<string, string>): [string, readonly string[]] {
    let key = "";
    const urns: string[] = [];
    const end = endOf(reader);
    while (reader.pos < end) {
        const tag = reader.uint32();
        if (tag === sized(1)) key = shared(reader, known);
        else if (tag === sized(2))
            eachField(reader, endOf(reader), { [sized(1)]: () => urns.push(shared(reader, known)) });
        else reader.skipType(tag & 7);
    }
    checkEnd(reader, end);
    return [key, urns];
}

/** A request about one resource without its properties, and these apart; undefined where they do not stand in it exactly once. */
export function withoutProperties(request: Buffer): { readonly rest: Buffer; readonly properties: Buffer } | undefined {
    const reader = readerOf(request);
    let found: { readonly from: number; readonly to: number; readonly properties: Buffer } | undefined;
    while (reader.pos < request.length) {
        const from = reader.pos;
        const tag = reader.uint32();
        if (tag !== sized(2)) {
            reader.skipType(tag & 7);
            continue;
        }
        if (found) return undefined;
        const properties = bytesOf(reader);
        found = { from, to: reader.pos, properties };
    }
    if (!found || reader.pos !== request.length) return undefined;
    return {
        rest: Buffer.concat([request.subarray(0, found.from), request.subarray(found.to)]),
        properties: found.properties,
    };
}

/** Throws where the bytes are no `google.protobuf.Struct`. */
export function readStruct(bytes: Buffer): Tree {
    const reading = { reader: readerOf(bytes), isSpecial: false };
    const tree = struct(reading, bytes.length);
    return { tree, isSpecial: reading.isSpecial };
}

interface Reading {
    readonly reader: Reader;
    isSpecial: boolean;
}

/** `message Struct { map<string, Value> fields = 1; }` */
function struct(reading: Reading, end: number): Record<string, unknown> {
    const { reader } = reading;
    let tree: Record<string, unknown> = {};
    let last = "";
    let isSorted = true;
    while (reader.pos < end) {
        const tag = reader.uint32();
        if (tag !== sized(1)) {
            reader.skipType(tag & 7);
            continue;
        }
        const stop = endOf(reader);
        let key = "";
        let held: unknown = null;
        while (reader.pos < stop) {
            const part = reader.uint32();
            if (part === sized(1)) key = reader.string();
            else if (part === sized(2)) held = value(reading, endOf(reader));
            else reader.skipType(part & 7);
        }
        checkEnd(reader, stop);
        if (key === SIGNATURE) reading.isSpecial = true;
        // The SDK loses a property of this name, which would be the object's prototype.
        if (key === "__proto__") continue;
        if (key < last) isSorted = false;
        last = key;
        tree[key] = held;
    }
    checkEnd(reader, end);
    // The engine sends maps in any order; the generated code gives them by key.
    if (!isSorted)
        tree = Object.fromEntries(
            Object.keys(tree)
                .sort()
                .map((key) => [key, tree[key]]),
        );
    return tree;
}

/** `message Value { oneof kind { null = 1, number = 2, string = 3, bool = 4, struct = 5, list = 6 } }`; of several the last. */
function value(reading: Reading, end: number): unknown {
    const { reader } = reading;
    let held: unknown = null;
    while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag) {
            case 8:
                reader.int32();
                held = null;
                break;
            case 17:
                held = reader.double();
                break;
            case sized(3):
                held = reader.string();
                break;
            case 32:
                held = reader.bool();
                break;
            case sized(5):
                held = struct(reading, endOf(reader));
                break;
            case sized(6):
                held = list(reading, endOf(reader));
                break;
            default:
                reader.skipType(tag & 7);
        }
    }
    checkEnd(reader, end);
    return held;
}

/** `message ListValue { repeated Value values = 1; }` */
function list(reading: Reading, end: number): readonly unknown[] {
    const { reader } = reading;
    const held: unknown[] = [];
    while (reader.pos < end) {
        const tag = reader.uint32();
        if (tag === sized(1)) held.push(value(reading, endOf(reader)));
        else reader.skipType(tag & 7);
    }
    checkEnd(reader, end);
    return held;
}

function checkEnd(reader: Reader, end: number): void {
    if (reader.pos !== end) throw new RangeError("a field is longer than its message");
}
