import { type Answer, answer, undecided, type Value } from "../values";
import { heldUnder } from "./classify";
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

/** Is the value of this name a secret: by its shape, by its name, by what it holds? What is not known may be, under a secret's name. */
export function isSecret(name: string, value: Value): Suspicion {
    const text = value.text();
    if (text !== undefined) return inText(name, text);
    // An unknown under a harmless name is most likely a name, a URL or an ARN of this stack.
    const suspected = value.state === "unknown" && isSecretName(name);
    return suspected ? { ...nothing, is: undecided(value.place) } : nothing;
}

const nothing: Suspicion = { is: answer(false), what: "nothing secret", standIn: false };

function inText(name: string, text: string): Suspicion {
    const credential = credentialIn(text, name);
    if (credential !== undefined) return found(`${credential} in plain text`);
    const held = heldUnder(name, text);
    if (held === "secret") return found("a secret in plain text, by its name");
    const inside = secretInside(name, text);
    if (inside) return found(`${inside.what} in plain text${inside.at === "" ? "" : `, at ${inside.at}`}`);
    if (held !== "stand-in") return nothing;
    return { ...found("a default word where a secret is expected, or the name of one"), standIn: true };
}

function found(what: string): Suspicion {
    return { is: answer(true), what, standIn: false };
}
