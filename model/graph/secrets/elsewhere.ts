import { alwaysMarked, plainTextsOf } from "../../aws";
import { credentialIn, isSecretAsMarked, isSecretName, type Suspect, suspectsIn } from "../../secrets";
import { type Value, yes } from "../../values";
import { MARKED } from "./provenance";

/**
 * Where a secret stands on purpose, or another policy speaks of it: stored secrets and parameters, objects that are code, ciphertexts'
 * sources.
 */
const KEPT = /^aws:(?:secretsmanager\/|kms\/|ssm\/parameter:|s3\/bucketObject)/;
/** Documents of IAM hold names and conditions. */
const DOCUMENT = /[pP]olic(?:y|ies)(?:Document)?$/;
const TAGS = /^tags$|Tags$/;
/** Texts for readers, where nothing is that the service needs. */
const FREE = /^(?:description|comment|notes?|metadata|labels?|annotations|message|title)$|Description$|Message$/;
/** No format is shorter. */
const SHORTEST = 10;

/**
 * The last resort, for whatever else any type of AWS takes: tags by their names, of all other texts what cannot be anything but a
 * credential, and in texts for readers what the program marks. Not what a password's own policy judges: properties that a provider's
 * SDK marks, and all that is called a secret.
 */
export function* suspectsElsewhere(type: string, root: Value): Iterable<Suspect> {
    const isKept = KEPT.test(type);
    const idle = alwaysMarked(type);
    const listed = new Set(
        [...plainTextsOf("function", type, root), ...plainTextsOf("configuration", type, root)].map(
            ({ at }) => at.path,
        ),
    );
    for (const [key, value] of root.entries())
        if (!idle.includes(key) && (!isKept || key === "tags")) yield* below(key, value, listed);
}

function* below(key: string, value: Value, listed: ReadonlySet<string>): Iterable<Suspect> {
    if (value.state === "absent" || listed.has(value.path) || DOCUMENT.test(key) || isForSecrets(key)) return;
    const known = value.known();
    if (TAGS.test(key) && key !== "tagsAll") {
        for (const one of suspectsIn(key, value))
            yield one.is.is !== "yes" && one.at.secret ? marked(key, one.at) : one;
    } else if (Array.isArray(known)) for (const item of value.items()) yield* below(key, item, listed);
    else if (typeof known === "object") for (const [name, one] of value.entries()) yield* below(name, one, listed);
    else yield* inLeaf(key, value);
}

function* inLeaf(name: string, at: Value): Iterable<Suspect> {
    const text = at.text();
    const credential = text !== undefined && text.length >= SHORTEST ? credentialIn(text) : undefined;
    if (credential !== undefined) yield { is: yes, what: `${credential} in plain text`, standIn: false, at, name };
    else if (at.secret && FREE.test(name) && (text === undefined || isSecretAsMarked(text))) yield marked(name, at);
}

function marked(name: string, at: Value): Suspect {
    return { is: yes, what: MARKED, standIn: false, at, name };
}

const forSecrets = new Map<string, boolean>();

function isForSecrets(key: string): boolean {
    let known = forSecrets.get(key);
    if (known === undefined) {
        known = isSecretName(key.replace(/Wo$/, ""));
        forSecrets.set(key, known);
    }
    return known;
}
