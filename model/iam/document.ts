import { isRecord, knownPrefix, knownSuffix, type Value } from "../values";
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
    if (source.state === "absent") return { statements: [], unknown: [], problems: [] };
    const parsed = source.json();
    if (!parsed) return refused(source.path, "is not JSON");
    if (parsed.state === "unknown") return { statements: [], unknown: [parsed.place], problems: [] };
    const raw: unknown = parsed.known();
    const isText = source.text() !== undefined || source.partialText() !== undefined;
    if (!isRecord(raw)) return refused(source.path, "is neither a policy object nor JSON text of one");
    const list = element(parsed, "Statement");
    if (!list || list.state === "absent") return refused(source.path, "has no Statement");
    if (list.state === "unknown") return { statements: [], unknown: [list.place], problems: [] };
    const problems: Problem[] = [];
    const unknown: string[] = [];
    const statements: Statement[] = [];
    for (const [index, item] of list.items().entries()) {
        // Inside JSON text there is no property to point at, so a statement of it is at the text itself.
        const path = isText ? source.path : item.path;
        if (item.state === "unknown") unknown.push(item.place);
        else if (!isRecord(item.known())) problems.push({ path, reason: "holds a statement that is no object" });
        else statements.push(parseStatement(item, index, path, problems));
    }
    return { statements, unknown, problems };
}

function parseStatement(source: Value, index: number, path: string, problems: Problem[]): Statement {
    const complain = (reason: string) => problems.push({ path, reason: `statement ${index + 1} ${reason}` });
    const sid = element(source, "Sid")?.text();
    const effect = element(source, "Effect");
    const effectText = effect?.text();
    if (effect?.state !== "unknown" && effectText !== "Allow" && effectText !== "Deny")
        complain("has no Effect of Allow or Deny");
    const actions = membersOf(source, "Action", complain);
    if (!actions) complain("has neither Action nor NotAction");
    const resources = membersOf(source, "Resource", complain);
    const principals = principalsOf(source);
    const conditions = element(source, "Condition");
    return {
        ...(sid !== undefined && sid !== "" && { sid }),
        index,
        path,
        effect: effectText === "Allow" || effectText === "Deny" ? effectText : undefined,
        actions: actions ?? { not: false, patterns: [], unknown: [] },
        resources,
        principals,
        conditions: conditionsOf(conditions),
        unknown: [effect, conditions].flatMap((part) => (part?.state === "unknown" ? [part.place] : [])),
    };
}

/** A member of an object by its name in any case: services differ in how strictly they read it. */
function element(source: Value, name: string): Value | undefined {
    const exact = source.get(name);
    if (exact.state !== "absent") return exact;
    return source.entries().find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

function given(value: Value | undefined): value is Value {
    return value !== undefined && value.state !== "absent";
}

function membersOf(source: Value, name: string, complain: (reason: string) => void): Members | undefined {
    const [plain, negated] = [element(source, name), element(source, `Not${name}`)];
    if (given(plain) && given(negated)) complain(`has both ${name} and Not${name}`);
    const list = given(plain) ? plain : given(negated) ? negated : undefined;
    if (!list) return undefined;
    const patterns: string[] = [];
    const unknown: UnknownMember[] = list.state === "unknown" ? [unknownMember(list)] : [];
    for (const item of list.items()) {
        if (item.state === "unknown") unknown.push(unknownMember(item));
        else if (item.text() !== undefined) patterns.push(item.text() as string);
        else complain(`has a member of ${name} that is no text`);
    }
    return { not: list === negated, patterns, unknown };
}

function unknownMember(value: Value): UnknownMember {
    const text = value.partialText() ?? "";
    return { place: value.place, prefix: knownPrefix(text), suffix: knownSuffix(text) };
}

function principalsOf(source: Value): Principals | undefined {
    const [plain, negated] = [element(source, "Principal"), element(source, "NotPrincipal")];
    const holder = given(plain) ? plain : given(negated) ? negated : undefined;
    if (!holder) return undefined;
    const members: Principal[] = [];
    if (holder.state === "unknown") members.push({ kind: "unknown", place: holder.place });
    else if (holder.text() !== undefined) members.push(parsePrincipal(holder.text() as string));
    for (const [type, list] of holder.entries()) {
        if (list.state === "unknown") members.push({ kind: "unknown", place: list.place });
        for (const item of list.items()) members.push(typedPrincipal(type, item));
    }
    return { not: holder === negated, members };
}

function typedPrincipal(type: string, item: Value): Principal {
    const text = item.text();
    if (text === undefined) return { kind: "unknown", place: item.place };
    switch (type.toLowerCase()) {
        case "federated":
            return { kind: "federated", provider: text };
        case "canonicaluser":
            return { kind: "canonical-user" };
        default:
            return parsePrincipal(text);
    }
}

function conditionsOf(source: Value | undefined): readonly Condition[] {
    if (!source) return [];
    return source.entries().flatMap(([operator, keys]) =>
        keys.entries().map(([key, list]): Condition => {
            const items = list.items();
            const unknown = list.state === "unknown" ? [list.place] : items.flatMap((item) => item.unknowns());
            const values = items.flatMap((item) => item.scalar() ?? []);
            return { operator, key: key.toLowerCase(), values, unknown };
        }),
    );
}

function refused(path: string, reason: string): PolicyDocument {
    return { statements: [], unknown: [], problems: [{ path, reason }] };
}
