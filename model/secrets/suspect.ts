import { type Answer, answer, undecided, type Value } from "../values";
import { heldUnder, isSecretAsMarked } from "./classify";
import { secretInside } from "./contents";
import { credentialIn } from "./formats";
import { isSecretName } from "./names";

/** What speaks for a value being a secret. */
export interface Suspicion {
    readonly is: Answer;
    /** Words that end "holds …". */
    readonly what: string;
    /** Nothing but a default word, or the name of a stored secret, stands there: worth a hint. */
    readonly standIn: boolean;
}

/** Is the value of this name a secret: by its shape, by its name, by what it holds, or because the program marks it? */
export function isSecret(name: string, value: Value): Suspicion {
    const text = value.text();
    if (text !== undefined) return inText(name, text, value.secret);
    // An unknown under a harmless name is most likely a name, a URL or an ARN of this stack.
    const suspected = value.state === "unknown" && (isSecretName(name) || value.secret);
    return suspected ? { ...nothing, is: undecided(value.place) } : nothing;
}

const nothing: Suspicion = { is: answer(false), what: "nothing secret", standIn: false };

function inText(name: string, text: string, marked: boolean): Suspicion {
    const credential = credentialIn(text);
    if (credential !== undefined) return found(`${credential} in plain text`);
    const held = heldUnder(name, text);
    if (held === "secret") return found("a secret in plain text, by its name");
    if (marked && isSecretAsMarked(text)) return found("a value that this program marks secret, in plain text");
    const inside = secretInside(name, text);
    if (inside) return found(`${inside.what} in plain text${inside.at === "" ? "" : `, at ${inside.at}`}`);
    if (held !== "stand-in") return nothing;
    return { ...found("a default word where a secret is expected, or the name of one"), standIn: true };
}

function found(what: string): Suspicion {
    return { is: answer(true), what, standIn: false };
}
