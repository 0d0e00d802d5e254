/** Whether a text that stands somewhere is a secret that is known from elsewhere. */
import { isSecretAsMarked, suspectsIn, tellsItself } from "../../secrets";
import type { Value } from "../../values";
import type { Resource } from "../resource";

/** Within another text no shorter one is the same for certain. */
const SHORTEST_WITHIN = 12;

/** Is the secret the text, or a part of it that stands by itself? */
export function isHeld(secret: string, text: string): boolean {
    if (text === secret) return true;
    if (secret.length < SHORTEST_WITHIN) return false;
    const at = text.indexOf(secret);
    const [before = "", behind = ""] = [text[at - 1], text[at + secret.length]];
    return at >= 0 && !/[\p{L}\p{N}]/u.test(before + behind);
}

/**
 * The secrets at a place that are told wherever they stand: the text, and of a document those in it that are called secrets. What reads
 * as a name is none: a password like the database's own name stands in many a place that has nothing to do with it.
 */
export function secretTexts(name: string, at: Value): readonly string[] {
    return textsAt(name, at).filter(tellsItself);
}

/**
 * Of an output that went into a property, for sure or perhaps: the same, and what reads as a name where nothing else that its resource has is
 * called so.
 */
export function secretTextsOf({ root }: Resource, output: string): readonly string[] {
    const others = root.entries().flatMap(([property, value]) => (property === output ? [] : [value.text()]));
    return textsAt(output, root.get(output)).filter(
        (text) => tellsItself(text) || (text.length >= SHORTEST && !others.includes(text)),
    );
}

/** A shorter text may stand within another by chance. */
const SHORTEST = 8;

function textsAt(name: string, at: Value): readonly string[] {
    const document = at.json();
    const within =
        typeof document?.known() === "object"
            ? [...suspectsIn(name, document)].filter(({ is, standIn }) => is.is === "yes" && !standIn)
            : [];
    return [at, ...within.map((one) => one.at)].flatMap((one) => {
        const text = one.text() ?? "";
        return isSecretAsMarked(text) ? [text] : [];
    });
}
