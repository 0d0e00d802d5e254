import { type Answer, any, equals, isTrue, not, type Value, yes } from "../values";
import { isToldToBrowsers } from "./contents";
import { isSecret, type Suspicion } from "./suspect";

/** A place in a tree of properties, with the name under which it stands and what speaks for a secret there. */
export interface Suspect extends Suspicion {
    readonly at: Value;
    readonly name: string;
    /** Of a pair that may say that its value is kept as a secret, or is the name of one: whether it does not. */
    readonly isOpen?: Answer;
}

/** Keys under which references to secrets stand, never secrets: ECS, Batch, App Runner, Kubernetes. */
const REFERENCES: ReadonlySet<string> = new Set(["secrets", "secretOptions", "runtimeEnvironmentSecrets", "valueFrom"]);
/** Of pairs that give something a name: the keys of the name, and of what it is. */
const NAMES: ReadonlySet<string> = new Set([
    "name",
    "Name",
    "key",
    "Key",
    "parameterKey",
    "ParameterKey",
    "parameterName",
    "headerName",
    "httpHeaderName",
    "header",
    "optionName",
]);
const VALUE =
    /^(?:value|values|defaultValue|headerValue|parameterValue|staticValue|staticValues|resolvedValue|stringValue)$/i;
/** Keys that say how a value is written or when it holds, and leave it the name above: templates, schemas, DynamoDB, feature flags. */
const TRANSPARENT: ReadonlySet<string> = new Set([
    "default",
    "Default",
    "defaultValue",
    "S",
    "stringValue",
    "StringValue",
]);
const DEEPEST = 24;

/**
 * Every text, and every unknown, in a tree of properties, by the name that it has there: the key, or what a pair of `name` and `value`
 * says. Words of a command are one text. What stands at the root has the name given.
 */
export function* suspectsIn(name: string, value: Value, depth = DEEPEST): Iterable<Suspect> {
    if (depth === 0 || value.state === "absent") return;
    const text = value.partialText();
    if (text !== undefined) return yield* inText(name, text, value, depth);
    const known = value.known();
    if (typeof known !== "object") {
        if (value.state === "unknown") yield { ...isSecret(name, value), at: value, name };
        return;
    }
    if (!Array.isArray(known)) return yield* inMembers(name, value, depth);
    const command = commandIn(name, value);
    if (command) yield { ...command, at: value, name };
    else for (const item of value.items()) yield* suspectsIn(name, item, depth - 1);
}

/**
 * API Gateway's mappings quote what is meant as it stands. Of a JSON document each place by itself; where none is suspected, and of any
 * other text, the text as a whole.
 */
function* inText(name: string, text: string, at: Value, depth: number): Iterable<Suspect> {
    const quoted = /^'(.*)'$/s.exec(text)?.[1];
    if (quoted !== undefined) return yield* suspectsIn(name, at.holding(quoted), depth - 1);
    const json = at.json();
    const within = typeof json?.known() === "object" ? [...suspectsIn(name, json, depth - 1)] : [];
    const suspected = within.filter(({ is }) => is.is !== "no");
    if (suspected.length > 0) yield* suspected;
    else if (within.length > 0) yield { ...isSecret(name, at.holding(withoutPassedOn(json?.known()))), at, name };
    else if (!PASSED_ON.test(text)) yield { ...isSecret(name, at), at, name };
}

/**
 * What a document has from what it is run with: JSONPath and JSONata of workflows, mappings and templates of APIs. Source: the languages
 * of Step Functions, of API Gateway's and AppSync's mappings, EMR's annotation of secrets.
 */
const PASSED_ON =
    /^\s*(?:\$\$?[.[]\S*|\{%.*%\}|States\.\w+\(.*\)|\$\{?(?:request|response|context|ctx|stageVariables|input|util)\b\S*|(?:method|integration|context|stageVariables)\.[\w.$-]+|EMR\.secret@\S+)\s*$/s;

/** The document as a text again, without what it has from elsewhere. */
function withoutPassedOn(document: unknown): string {
    return JSON.stringify(document, (_key, below: unknown) =>
        typeof below === "string" && PASSED_ON.test(below) ? undefined : below,
    );
}

function* inMembers(name: string, object: Value, depth: number): Iterable<Suspect> {
    const members: object = object.known() ?? {};
    const called = object.keys().some((key) => NAMES.has(key)) ? nameIn(object) : undefined;
    const isOpen = called === undefined ? yes : not(isStoredAway(object));
    for (const [key, value] of object.entries()) {
        if (REFERENCES.has(key) || isToldToBrowsers(members, key)) continue;
        const isValue = called !== undefined && VALUE.test(key);
        for (const one of suspectsIn(isValue ? called : TRANSPARENT.has(key) ? name : key, value, depth - 1))
            yield isValue ? { ...one, isOpen } : one;
    }
}

/** `{ name: "DB_PASSWORD", value: "…" }`, as lists of variables, parameters, headers and settings have it. */
function nameIn(object: Value): string | undefined {
    for (const key of NAMES) {
        const name = object.get(key).text();
        if (name !== undefined) return name;
    }
    return undefined;
}

/**
 * Does the pair say that its value is kept as a secret, or is the name of one? CodeBuild's variables by their type, those of
 * CodePipeline's actions likewise, Beanstalk's settings by their namespace, EventBridge's parameters and OpsWorks' variables by a switch.
 */
function isStoredAway(pair: Value): Answer {
    return any(
        equals(pair.get("type"), "PARAMETER_STORE", "SECRETS_MANAGER"),
        equals(pair.get("namespace"), "aws:elasticbeanstalk:application:environmentsecrets"),
        isTrue(pair.get("isValueSecret"), false),
        isTrue(pair.get("secure"), false),
    );
}

/** A list of texts as a command of words, or as lines of a script, where that says more than each by itself. */
function commandIn(name: string, list: Value): Suspicion | undefined {
    const words = list.items().map((item) => item.scalar());
    if (words.length < 2 || !words.every((word) => word !== undefined)) return undefined;
    const line = words.map((word) => (/["']|^\S+$/.test(word) ? word : `"${word}"`)).join(" ");
    return [line, words.join("\n")].map((text) => isSecret(name, list.holding(text))).find(({ is }) => is.is === "yes");
}
