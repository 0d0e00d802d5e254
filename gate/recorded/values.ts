import type { PropertyTree } from "../synthetic";
import {
    isObject,
    RESOURCE_SIGNATURE,
    SECRET_SIGNATURE,
    SIGNATURE_KEY,
    secret,
    UNKNOWN,
} from "../synthetic/wire-values";

/** How values that JSON has no word for are saved. Source: pulumi/pkg, resource/stack/deployment.go. */
const FLOAT_SIGNATURE = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";
/** Source: pulumi/sdk, go/common/resource/sig. */
const BYTES_SIGNATURE = "803fd3297a5875dc03ca845dda5d2a98";

/** What the engine shows policies for a secret that it cannot decrypt. Source: pulumi/sdk, resource/config, BlindingCrypter. */
const WITHHELD = "[secret]";

/**
 * Properties as a state has them saved, made what they are while they travel to a policy: a secret is a marked value, and what is
 * encrypted the text that Pulumi itself shows in its place.
 */
export function traveling(saved: unknown): PropertyTree {
    const visit = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(visit);
        if (!isObject(value)) return value;
        switch (value[SIGNATURE_KEY]) {
            case SECRET_SIGNATURE:
                return secret(typeof value["plaintext"] === "string" ? visit(fromText(value["plaintext"])) : WITHHELD);
            case RESOURCE_SIGNATURE:
                return referred(value);
            case FLOAT_SIGNATURE:
                return floatOf(value["value"]);
            case BYTES_SIGNATURE:
                return Buffer.from(String(value["value"]), "base64").toString("utf8");
            default:
                return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, visit(below)]));
        }
    };
    return isObject(saved) ? (visit(saved) as PropertyTree) : {};
}

/** As the engine gives a reference to policies that take none: the id, where it has one. */
function referred({ id, urn }: Record<string, unknown>): unknown {
    // For some versions of the engine an id is saved as an object.
    const own = isObject(id) ? id["V"] : id;
    if (own === undefined || own === null) return urn;
    return typeof own === "string" && own !== "" ? own : UNKNOWN;
}

function fromText(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return WITHHELD;
    }
}

function floatOf(hexadecimal: unknown): unknown {
    if (typeof hexadecimal !== "string" || !/^[0-9a-f]{1,16}$/i.test(hexadecimal)) return UNKNOWN;
    const bits = Buffer.alloc(8);
    bits.writeBigUInt64BE(BigInt(`0x${hexadecimal}`));
    return bits.readDoubleBE();
}
