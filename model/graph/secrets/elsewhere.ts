import { alwaysMarked } from "../../aws";
import { credentialIn, isSecretAsMarked, isSecretName, type Suspect, suspectsIn } from "../../secrets";
import { type Value, yes } from "../../values";
import { openPlacesOf } from "./exposures";
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
export function suspectsElsewhere(type: string, root: Value): readonly Suspect[] {
    const isKept = KEPT.test(type);
    const idle = alwaysMarked(type);
    const listed = listedIn(type, root);
    const found: Suspect[] = [];
    for (const [key, value] of root.entries())
        if (!idle.includes(key) && (!isKept || key === "tags")) look(key, value, listed, found);
    return found;
}

/** The paths of what is looked through by its place; most types have none. */
function listedIn(type: string, root: Value): ReadonlySet<string> {
    const ofFunctions = openPlacesOf("function", type, root);
    const others = openPlacesOf("configuration", type, root);
    if (ofFunctions.length === 0 && others.length === 0) return NONE;
    return new Set([...ofFunctions, ...others].map(({ at }) => at.path));
}

const NONE: ReadonlySet<string> = new Set();

function look(key: string, value: Value, listed: ReadonlySet<string>, found: Suspect[]): void {
    const known = value.known();
    if (known === undefined && value.state === "absent") return;
    if (isPassedOver(key) || listed.has(value.path)) return;
    if (TAGS.test(key) && key !== "tagsAll") {
        for (const one of suspectsIn(key, value))
            found.push(one.is.is !== "yes" && one.at.secret ? marked(key, one.at) : one);
    } else if (Array.isArray(known)) for (const item of value.items()) look(key, item, listed, found);
    else if (typeof known === "object") for (const [name, one] of value.entries()) look(name, one, listed, found);
    else {
        const one = inLeaf(key, value, typeof known === "string" ? known : undefined);
        if (one) found.push(one);
    }
}

function inLeaf(name: string, at: Value, text: string | undefined): Suspect | undefined {
    const credential = text !== undefined && text.length >= SHORTEST ? credentialIn(text) : undefined;
    if (credential !== undefined) return { is: yes, what: `${credential} in plain text`, standIn: false, at, name };
    const isMarked = at.secret && FREE.test(name) && (text === undefined || isSecretAsMarked(text));
    return isMarked ? marked(name, at) : undefined;
}

function marked(name: string, at: Value): Suspect {
    return { is: yes, what: MARKED, standIn: false, at, name };
}

const passedOver = new Map<string, boolean>();

/** Documents, and what is called a secret; asked of each property of each resource. */
function isPassedOver(key: string): boolean {
    let known = passedOver.get(key);
    if (known === undefined) {
        known = DOCUMENT.test(key) || isSecretName(key.replace(/Wo$/, ""));
        passedOver.set(key, known);
    }
    return known;
}
