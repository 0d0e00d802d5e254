import { createHash } from "node:crypto";

const LENGTH = 12;

/** A short name for a text, the same in each run: what is made of two URNs would be longer than all that is said of it. */
export function digest(text: string): string {
    return createHash("sha256").update(text).digest("base64url").slice(0, LENGTH);
}
