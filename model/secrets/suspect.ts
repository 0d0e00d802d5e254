import { type Answer, answer, undecided, type Value } from "../values";
import { heldUnder } from "./classify";
import { secretInside } from "./contents";
import { credentialIn } from "./formats";
import { isSecretName } from "./names";
import { isPrefixedRandom, isRandomUnderNoName } from "./random";

/** What speaks for a value being a secret. */
export interface Suspicion {
    readonly is: Answer;
    /** Words that end "holds …". */
    readonly what: string;
    /** Nothing but a default word, the name of a stored secret, or a random text that may be an id stands there: worth a hint. */
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
    if (held === "stand-in") return hint("a default word where a secret is expected, or the name of one");
    if (isPrefixedRandom(name, text)) return hint("a random text behind a prefix, as the tokens of many services are");
    if (isRandomUnderNoName(name, text)) return hint("a random text as keys are, and its name does not say what it is");
    return nothing;
}

const hint = (what: string): Suspicion => ({ ...found(what), standIn: true });

function found(what: string): Suspicion {
    return { is: answer(true), what, standIn: false };
}
