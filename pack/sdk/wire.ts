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
    /** Properties, and the URNs that each depends on; of several with one name the last counts. */
    readonly propertyDependencies: readonly (readonly [string, readonly string[]])[];
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

/** Tags of fields that have a length, by their numbers: the number, and wire type 2. Made once, for every field is told by them. */
const SIZED = { 1: 10, 2: 18, 3: 26, 4: 34, 5: 42, 6: 50, 7: 58, 8: 66, 9: 74 } as const;
/** The tag of a flag or a number at field 1: wire type 0. */
const VARINT_1 = 8;
const NOTHING: Buffer = Buffer.alloc(0);
const NONE: readonly never[] = [];

/** All resources of an AnalyzeStack request. Throws where the bytes are none. */
export function readResources(request: Buffer): readonly WireResource[] {
    const found: WireResource[] = [];
    const known = new Map<string, string>();
    const reader = readerOf(request);
    while (reader.pos < request.length) {
        const tag = reader.uint32();
        if (tag === SIZED[1]) found.push(resourceIn(reader, endOf(reader), known));
        else reader.skipType(tag & 7);
    }
    checkEnd(reader, request.length);
    return found;
}

/** Loaded when the first request comes: the pack's start waits for nothing that it does not need. */
function readerOf(bytes: Uint8Array): Reader {
    return (require("protobufjs/minimal") as typeof import("protobufjs/minimal")).Reader.create(bytes);
}

/** Where the message ends that begins here. Each message's fields are gone through in a loop of its own: functions to take each, made for each message, cost a third more. */
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
    let dependencies: string[] | undefined;
    let propertyDependencies: [string, readonly string[]][] | undefined;
    while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag) {
            case SIZED[1]:
                type = shared(reader, known);
                break;
            case SIZED[2]:
                properties = bytesOf(reader);
                break;
            case SIZED[3]:
                urn = shared(reader, known);
                break;
            case SIZED[4]:
                name = reader.string();
                break;
            case SIZED[5]: {
                const options = endOf(reader);
                while (reader.pos < options) {
                    const option = reader.uint32();
                    if (option === VARINT_1) protect = reader.bool();
                    else if (option === SIZED[8]) parentByOptions = shared(reader, known);
                    else reader.skipType(option & 7);
                }
                checkEnd(reader, options);
                break;
            }
            case SIZED[6]:
                provider = propertiesOfProvider(reader);
                break;
            case SIZED[7]:
                parent = shared(reader, known);
                break;
            case SIZED[8]:
                dependencies ??= [];
                dependencies.push(shared(reader, known));
                break;
            case SIZED[9]:
                propertyDependencies ??= [];
                propertyDependencies.push(dependenciesOf(reader, known));
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
        dependencies: dependencies ?? NONE,
        propertyDependencies: propertyDependencies ?? NONE,
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
    const end = endOf(reader);
    while (reader.pos < end) {
        const tag = reader.uint32();
        if (tag === SIZED[2]) properties = bytesOf(reader);
        else reader.skipType(tag & 7);
    }
    checkEnd(reader, end);
    return properties;
}

/** An entry of the map: a property, and the URNs that it depends on. */
function dependenciesOf(reader: Reader, known: Map<string, string>): [string, readonly string[]] {
    let key = "";
    const urns: string[] = [];
    const end = endOf(reader);
    while (reader.pos < end) {
        const tag = reader.uint32();
        if (tag === SIZED[1]) key = shared(reader, known);
        else if (tag === SIZED[2]) urnsIn(reader, endOf(reader), known, urns);
        else reader.skipType(tag & 7);
    }
    checkEnd(reader, end);
    return [key, urns];
}

function urnsIn(reader: Reader, end: number, known: Map<string, string>, urns: string[]): void {
    while (reader.pos < end) {
        const tag = reader.uint32();
        if (tag === SIZED[1]) urns.push(shared(reader, known));
        else reader.skipType(tag & 7);
    }
    checkEnd(reader, end);
}

/** A request about one resource without its properties, and these apart; undefined where they do not stand in it exactly once. */
export function withoutProperties(request: Buffer): { readonly rest: Buffer; readonly properties: Buffer } | undefined {
    const reader = readerOf(request);
    let found: { readonly from: number; readonly to: number; readonly properties: Buffer } | undefined;
    while (reader.pos < request.length) {
        const from = reader.pos;
        const tag = reader.uint32();
        if (tag !== SIZED[2]) {
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
        if (tag !== SIZED[1]) {
            reader.skipType(tag & 7);
            continue;
        }
        const stop = endOf(reader);
        let key = "";
        let held: unknown = null;
        while (reader.pos < stop) {
            const part = reader.uint32();
            if (part === SIZED[1]) key = reader.string();
            else if (part === SIZED[2]) held = value(reading, endOf(reader));
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
            case SIZED[3]:
                held = reader.string();
                break;
            case 32:
                held = reader.bool();
                break;
            case SIZED[5]:
                held = struct(reading, endOf(reader));
                break;
            case SIZED[6]:
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
        if (tag === SIZED[1]) held.push(value(reading, endOf(reader)));
        else reader.skipType(tag & 7);
    }
    checkEnd(reader, end);
    return held;
}

function checkEnd(reader: Reader, end: number): void {
    if (reader.pos !== end) throw new RangeError("a field is longer than its message");
}
