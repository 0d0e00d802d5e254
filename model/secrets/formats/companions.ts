import { AWS_ACCESS_KEY_ID } from "./cloud";
import type { Credential } from "./search";

/** AWS's secret keys have no prefix: forty letters of base64, told by the key id that stands near. */
const SECRET_KEY = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_-])/g;
const NEAR = 400;

/** Is this a text as AWS's secret access keys are? Hashes in hexadecimal and paths of words are none. */
export function isAwsSecretKey(text: string): boolean {
    return (
        /^[A-Za-z0-9+/]{40}$/.test(text) &&
        [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(text)) &&
        !/EXAMPLE/.test(text) &&
        !/^\/|\/\/|(?:^|\/)[a-z]{5,}(?:\/|$)/.test(text)
    );
}

/** The secret keys that stand beside the ids of access keys. */
export function besideKeyIds(text: string, found: readonly Credential[]): readonly Credential[] {
    const beside = new Map<number, Credential>();
    for (const { what, index, length } of found) {
        if (what !== AWS_ACCESS_KEY_ID) continue;
        const from = Math.max(0, index - NEAR);
        for (const { index: at, 0: key } of text.slice(from, index + length + NEAR).matchAll(SECRET_KEY)) {
            const known = found.some((other) => other.index <= from + at && from + at < other.index + other.length);
            if (!known && isAwsSecretKey(key))
                beside.set(from + at, { what: "an AWS secret access key", index: from + at, length: key.length });
        }
    }
    return [...beside.values()];
}
