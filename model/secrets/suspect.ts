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
    return { is: suspected ? undecided(value.place) : answer(false), what: "a secret", standIn: false };
}

function inText(name: string, text: string, marked: boolean): Suspicion {
    const what = credentialIn(text);
    if (what !== undefined) return found(what);
    const held = heldUnder(name, text);
    if (held === "secret") return found("a secret, by its name,");
    if (marked && isSecretAsMarked(text)) return found("a value that this program marks secret");
    const inside = secretInside(text);
    if (inside) return found(`${inside.what ?? "a secret, by its name,"}${inside.at === "" ? "" : ` at ${inside.at}`}`);
    if (held === "stand-in")
        return { ...found("a default word, or a secret's name, where a secret is expected,"), standIn: true };
    return { is: answer(false), what: "a secret", standIn: false };
}

function found(what: string): Suspicion {
    return { is: answer(true), what, standIn: false };
}
