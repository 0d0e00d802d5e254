import { isRecord, isUnknown, knownPrefix, knownSuffix, type Value } from "../values";
import { parseOperator } from "./condition";
import { type Principal, parsePrincipal } from "./principal";
import type { Condition, Members, Principals, Statement, UnknownMember } from "./statement";

/** A policy, as far as it can be read. */
export interface PolicyDocument {
    readonly statements: readonly Statement[];
    /** The places of unknowns that hide whole statements. */
    readonly unknown: readonly string[];
    /** What AWS would refuse, each with its place; the statements beside it are read all the same. */
    readonly problems: readonly Problem[];
}

export interface Problem {
    readonly path: string;
    readonly reason: string;
}

/**
 * Reads a policy of any legal shape: JSON text or objects, a list of statements or one, partly unknown. Never throws.
 * Grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(source: Value): PolicyDocument {
    const text = source.text();
    if (text === undefined) return parse(source);
    const place = source.secret ? `secret ${source.path}` : source.path;
    let found = read.get(place)?.get(text);
    if (!found) {
        found = parse(source);
        remember(place, text, found);
    }
    return found;
}

/**
 * A text that is known all through is read once: many roles have the same trust policy, and many policies ask for it. By place first, since
 * texts are long, and would be put together with their places at each question.
 */
const read = new Map<string, Map<string, PolicyDocument>>();
const MOST_READ = 2000;
let readSoFar = 0;

function remember(place: string, text: string, found: PolicyDocument): void {
    if (readSoFar >= MOST_READ) {
        read.clear();
        readSoFar = 0;
    }
    readSoFar += 1;
    const ofPlace = read.get(place);
    if (ofPlace) ofPlace.set(text, found);
    else read.set(place, new Map([[text, found]]));
}

function parse(source: Value): PolicyDocument {
    if (source.state === "absent") return { statements: [], unknown: [], problems: [] };
    const parsed = source.json();
    if (!parsed) return refused(source.path, "is not JSON");
    if (parsed.state === "unknown") return { statements: [], unknown: [parsed.place], problems: [] };
    const raw: unknown = parsed.known();
    const isText = source.partialText() !== undefined;
    if (!isRecord(raw)) return refused(source.path, "is neither a policy object nor JSON text of one");
    const elements = new Elements(parsed);
    const list = elements.get("Statement");
    if (!list || list.state === "absent") return refused(source.path, "has no Statement");
    const version = elements.get("Version");
    const read = textReader(version);
    const problems: Problem[] = given(version) && isStrange(version) ? [{ path: source.path, reason: STRANGE }] : [];
    if (list.state === "unknown") return { statements: [], unknown: [list.place], problems };
    const unknown: string[] = [];
    const statements: Statement[] = [];
    for (const [index, item] of list.items().entries()) {
        // Inside JSON text there is no property to point at, so a statement of it is at the text itself.
        const path = isText ? source.path : item.path;
        if (item.state === "unknown") unknown.push(item.place);
        else if (!isRecord(item.known())) problems.push({ path, reason: "holds a statement that is no object" });
        else {
            const statement = parseStatement(item, index, path, problems, read);
            if (statement) statements.push(statement);
        }
    }
    return { statements, unknown, problems };
}

const STRANGE = "has a Version that is neither 2012-10-17 nor 2008-10-17";

function isStrange(version: Value): boolean {
    return version.state !== "unknown" && !/^20(?:12|08)-10-17$/.test(version.text() ?? "");
}

type Read = (text: string) => string;

/** Policy variables came with the version of 2012; before, and where no version is given, `${…}` is plain text. */
function textReader(version: Value | undefined): Read {
    const isOld = version?.state !== "unknown" && version?.text() !== "2012-10-17";
    return isOld ? withoutVariables : asWritten;
}

const withoutVariables: Read = (text) => text.replaceAll("${", "${$}{");
const asWritten: Read = (text) => text;

/** None where it neither allows nor denies: AWS refuses the policy, and nobody is given anything by it. */
function parseStatement(
    source: Value,
    index: number,
    path: string,
    problems: Problem[],
    read: Read,
): Statement | undefined {
    const complain = (reason: string) => problems.push({ path, reason: `statement ${index + 1} ${reason}` });
    const elements = new Elements(source);
    const named = elements.get("Sid");
    // What the program marks secret is not repeated: its statements are counted.
    const sid = named?.secret ? undefined : named?.text();
    const effect = elements.get("Effect");
    const effectText = effect?.text();
    if (effect?.state !== "unknown" && effectText !== "Allow" && effectText !== "Deny") {
        complain("has no Effect of Allow or Deny");
        return undefined;
    }
    const actions = membersOf(elements, "Action", "NotAction", complain);
    if (!actions) complain("has neither Action nor NotAction");
    const resources = membersOf(elements, "Resource", "NotResource", complain, read);
    const principals = principalsOf(elements, complain);
    const conditions = conditionsOf(elements.get("Condition"), complain, read);
    const statement: Statement = {
        index,
        path,
        effect: effectText === "Allow" || effectText === "Deny" ? effectText : undefined,
        actions: actions ?? NO_MEMBERS,
        resources,
        principals,
        conditions: conditions.known,
        unknown: effect?.state === "unknown" ? [effect.place, ...conditions.unknown] : conditions.unknown,
    };
    return sid === undefined || sid === "" ? statement : { sid, ...statement };
}

/** Of most statements: nothing is unknown, and there are no conditions. */
const NOTHING: readonly never[] = [];
const NO_MEMBERS: Members = { not: false, patterns: NOTHING, unknown: NOTHING };
const NO_CONDITIONS = { known: NOTHING, unknown: NOTHING };

/** The members of an object by their names in any case: services differ in how strictly they read them. */
class Elements {
    private readonly keys: readonly string[];

    constructor(private readonly source: Value) {
        this.keys = source.keys();
    }

    get(name: string): Value | undefined {
        const exact = this.keys.includes(name) ? this.source.get(name) : undefined;
        if (given(exact)) return exact;
        for (const key of this.keys)
            if (key.length === name.length && key.toLowerCase() === name.toLowerCase()) return this.source.get(key);
        return undefined;
    }

    /** An element or its `Not` form. */
    either(plain: string, negated: string, complain: Complain): { list: Value; not: boolean } | undefined {
        const [list, others] = [this.get(plain), this.get(negated)];
        if (given(list) && given(others)) complain(`has both ${plain} and ${negated}`);
        if (given(list)) return { list, not: false };
        return given(others) ? { list: others, not: true } : undefined;
    }
}

function given(value: Value | undefined): value is Value {
    return value !== undefined && value.state !== "absent";
}

type Complain = (reason: string) => void;

function membersOf(
    elements: Elements,
    name: string,
    negated: string,
    complain: Complain,
    read: Read = asWritten,
): Members | undefined {
    const found = elements.either(name, negated, complain);
    if (!found) return undefined;
    const { list, not } = found;
    const texts = knownTexts(list.known());
    if (texts) return { not, patterns: texts.map(read), unknown: NOTHING };
    const patterns: string[] = [];
    const unknown: UnknownMember[] = list.state === "unknown" ? [unknownMember(list)] : [];
    for (const item of list.items()) {
        const text = item.text();
        if (text !== undefined) patterns.push(read(text));
        else if (item.state === "unknown") unknown.push(unknownMember(item));
        else complain(`has a member of ${name} that is no text`);
    }
    return { not, patterns, unknown };
}

/** What is known all through, one text or a list of them, as most members are. */
function knownTexts(known: unknown): readonly string[] | undefined {
    if (typeof known === "string") return [known];
    const isText = (one: unknown): one is string => typeof one === "string" && !isUnknown(one);
    return Array.isArray(known) && known.every(isText) ? known : undefined;
}

function unknownMember(value: Value): UnknownMember {
    const text = value.partialText() ?? "";
    return { place: value.place, prefix: knownPrefix(text), suffix: knownSuffix(text) };
}

function principalsOf(elements: Elements, complain: Complain): Principals | undefined {
    const found = elements.either("Principal", "NotPrincipal", complain);
    if (!found) return undefined;
    const { list: holder, not } = found;
    if (holder.state === "unknown") return { not, members: [{ kind: "unknown", place: holder.place }] };
    if (isRecord(holder.known())) {
        const members = holder.entries().flatMap(([type, list]) => typedPrincipals(type, list, complain));
        return { not, members };
    }
    const text = holder.text();
    if (text === undefined) complain('has a Principal that is neither "*" nor an object');
    return { not, members: holder.items().flatMap((item) => bare(item)) };
}

/** A list or a number in place of a principal is refused by AWS; what it says is read all the same. */
function bare(item: Value): readonly Principal[] {
    if (item.state === "unknown") return [{ kind: "unknown", place: item.place }];
    const text = item.scalar();
    return text === undefined ? [] : [parsePrincipal(text)];
}

function typedPrincipals(type: string, list: Value, complain: Complain): readonly Principal[] {
    const under = type.toLowerCase();
    const items = list.state === "unknown" ? [list] : list.items();
    return items.flatMap((item): readonly Principal[] => {
        if (item.state === "unknown") {
            const suffix = knownSuffix(item.partialText() ?? "");
            return [{ kind: "unknown", place: item.place, under, ...(suffix !== "" && { suffix }) }];
        }
        if (item.text() === undefined) complain("has a member of Principal that is no text");
        const text = item.scalar();
        return text === undefined ? [] : [typedPrincipal(under, text)];
    });
}

function typedPrincipal(under: string, text: string): Principal {
    switch (under) {
        case "federated":
            return { kind: "federated", provider: text };
        case "canonicaluser":
            return { kind: "canonical-user" };
        default:
            return parsePrincipal(text);
    }
}

/** The conditions, and the places of unknowns that hide some: the whole block, or all keys of an operator. */
function conditionsOf(
    source: Value | undefined,
    complain: Complain,
    read: Read,
): { readonly known: readonly Condition[]; readonly unknown: readonly string[] } {
    if (!given(source)) return NO_CONDITIONS;
    if (source.state === "unknown") return { known: NOTHING, unknown: [source.place] };
    if (!isRecord(source.known())) complain("has a Condition that is no object");
    const unknown: string[] = [];
    const known = source.entries().flatMap(([operator, keys]) => {
        if (keys.state === "unknown") unknown.push(keys.place);
        else if (!parseOperator(operator)) complain("has a condition with an operator that IAM does not have");
        return keys.entries().map(([key, list]): Condition => {
            const items = list.items();
            const values = items.flatMap((item) => item.scalar() ?? []).map(read);
            const hidden = list.state === "unknown" ? [list.place] : items.flatMap((item) => item.unknowns());
            return { operator, key: key.toLowerCase(), values, unknown: hidden };
        });
    });
    return { known, unknown };
}

function refused(path: string, reason: string): PolicyDocument {
    return { statements: [], unknown: [], problems: [{ path, reason }] };
}
