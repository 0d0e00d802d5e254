/** How what travels becomes the tree that policies are handed. */
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { describePackaged, isRecord, type Packaged, UNREADABLE } from "../../model/values";
import { type Properties, withoutSpecials } from "./properties";
import { readStruct, SIGNATURE } from "./wire";

// A namespace import would be a copy once bundled, and what is replaced in a copy reaches nobody.
import deserialization = require("@pulumi/policy/deserialize");

/** A `Struct`, as far as the SDK reads it. */
interface Travelled {
    toJavaScript(): Record<string, unknown>;
}
type Deserialize = (properties: Travelled, secretsMarked: boolean) => Properties;
type Exported = { deserializeProperties?: Deserialize & { readonly shares?: true } };

const exported = deserialization as unknown as Exported;
const original = exported.deserializeProperties;
/** What was made of what the SDK is to read, which it reads anew for each policy. */
const trees = new WeakMap<object, Properties>();

/**
 * The SDK deserializes every resource anew for each policy that looks at it. No policy here changes what it is shown, so all of them
 * may be shown the same tree. An SDK that no longer exports the function keeps its own way.
 *
 * It also ends the whole preview at an asset, archive or secret that it cannot read: such a value is unknown here.
 */
export function shareDeserialization(): void {
    if (typeof original !== "function" || exported.deserializeProperties?.shares) return;
    const shared: Deserialize = (properties, secretsMarked) => {
        if (secretsMarked) return deserialized(properties, secretsMarked);
        const tree = trees.get(properties) ?? deserialized(properties, secretsMarked);
        trees.set(properties, tree);
        return tree;
    };
    exported.deserializeProperties = Object.assign(shared, { shares: true as const });
}

/** A `Struct` that is read when somebody asks. */
export class Unread extends Struct {
    constructor(readonly bytes: Buffer) {
        super();
    }

    override toJavaScript(): ReturnType<Struct["toJavaScript"]> {
        return readStruct(this.bytes).tree as ReturnType<Struct["toJavaScript"]>;
    }
}

/** A `Struct` of which nothing travelled: the SDK takes the tree for what it holds. */
export function standingFor(tree: object): Struct {
    const message = new Struct();
    trees.set(message, tree as Properties);
    return message;
}

/** A tree from its bytes; `secretsMarked`: with the SDK's `Secret` for each that is marked. */
export function treeOf(bytes: Buffer, secretsMarked = false): Properties {
    const { tree, isSpecial } = readStruct(bytes);
    if (isSpecial) return surviving(tree, secretsMarked);
    // Only where secrets are marked does anybody ask for marks.
    return secretsMarked ? withoutSpecials(tree) : tree;
}

function deserialized(properties: Travelled, secretsMarked: boolean): Properties {
    if (properties instanceof Unread) return treeOf(properties.bytes, secretsMarked);
    return surviving(properties.toJavaScript(), secretsMarked);
}

function surviving(raw: Record<string, unknown>, secretsMarked: boolean): Properties {
    const tree = readable(raw, secretsMarked);
    // Where secrets are marked, the tree is behind a proxy, and nobody asks for code there.
    if (!secretsMarked) describeCode(raw, tree);
    return tree;
}

function readable(raw: Record<string, unknown>, secretsMarked: boolean): Properties {
    const made = (tree: Record<string, unknown>) =>
        (original as Deserialize)({ toJavaScript: () => tree }, secretsMarked);
    try {
        return made(raw);
    } catch {
        const mendedIn = (node: unknown): unknown => {
            if (Array.isArray(node)) return node.map(mendedIn);
            if (!isRecord(node)) return node;
            // Of an empty file nothing but its hash travels, and the SDK takes that for none.
            if (isEmptyAsset(node)) return { ...node, text: "\n" };
            const mended = Object.fromEntries(Object.entries(node).map(([key, below]) => [key, mendedIn(below)]));
            if (!mended[SIGNATURE]) return mended;
            try {
                made({ mended });
                return mended;
            } catch {
                return UNREADABLE;
            }
        };
        return made(mendedIn(raw) as Record<string, unknown>);
    }
}

/** Tells what archives and assets at the top of a resource's properties are of: their own objects do so by promises alone. */
function describeCode(raw: Record<string, unknown>, tree: Record<string, unknown>): void {
    for (const [key, given] of Object.entries(raw)) {
        const made = tree[key];
        if (!isRecord(given) || typeof given[SIGNATURE] !== "string" || typeof made !== "object" || made === null)
            continue;
        describePackaged(made, packaged(given[SIGNATURE] === SECRET_SIGNATURE ? given["value"] : given));
    }
}

function packaged(given: unknown): Packaged {
    if (!isRecord(given)) return { kind: "unreadable" };
    const { path, text, uri, assets } = given;
    const isArchive = given[SIGNATURE] === ARCHIVE_SIGNATURE;
    if (isRecord(assets) && isArchive)
        return { kind: "assets", assets: new Map(Object.entries(assets).map(([name, one]) => [name, packaged(one)])) };
    if (typeof path === "string" && path !== "") return { kind: "path", path, isArchive };
    if (typeof text === "string" && !isArchive) return { kind: "text", text };
    if (isEmptyAsset(given)) return { kind: "text", text: "" };
    return { kind: typeof uri === "string" && uri !== "" ? "remote" : "unreadable" };
}

function isEmptyAsset(given: Record<string, unknown>): boolean {
    const isNothing = !given["path"] && !given["text"] && !given["uri"];
    return given[SIGNATURE] === ASSET_SIGNATURE && isNothing && (given["text"] === "" || given["hash"] === EMPTY_HASH);
}

/** Source: @pulumi/pulumi, runtime/rpc. */
const ASSET_SIGNATURE = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE_SIGNATURE = "0def7320c3a5731c473e5ecbe6d01bc7";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
/** SHA-256 of nothing. */
const EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
