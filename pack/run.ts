import type { ReportViolation } from "@pulumi/policy";
import { type Value, valueAt } from "../model/values";
import { withoutWords } from "./discretion";
import { type Environment, readEnvironment } from "./environment";
import { covers, type Exemption, exemptionOf, exemptionsOption, isExpired, stackExemptionOf } from "./exemptions";
import type { Host } from "./host";
import type { JournalCheck } from "./journal";
import type { Ledger } from "./ledger";
import { type Message, messageText, printable } from "./message";
import { ConfigurationError, type Options, type OptionValues, readOptions } from "./options";
import type { AnyRule, Judgement, Judgements } from "./rule";
import { reportAtLevel } from "./sdk";
import { type Settings, standardSettings } from "./settings";
import { defaultLevel, type Severity } from "./severity";
import { stackOf } from "./urn";

/** Where a finding belongs. */
export interface Subject {
    readonly urn: string;
    readonly name: string;
    /** Its properties; the stack as a whole has none. */
    readonly root?: Value;
}

/** One analysis in the life of a pack's process: what all policies share while it lasts. */
export interface Session extends Host {
    readonly ledger: Ledger;
    settings: Settings;
    readonly today: () => Date;
}

export function newSession(given: Omit<Session, "settings">): Session {
    return { ...given, settings: standardSettings };
}

/** Remembers what is read of the configuration for as long as the host gives the same one. */
export function perConfiguration<A, R>(session: Session, read: (from: A) => R): (from: A) => R {
    let before: { readonly configuration: unknown; readonly read: R } | undefined;
    return (from) => {
        const configuration = session.configuration();
        if (before?.configuration !== configuration) before = { configuration, read: read(from) };
        return before.read;
    };
}

interface Environments {
    readonly settings: Settings;
    readonly tags: ReadonlyMap<string, string>;
    readonly byStack: Map<string, Environment>;
}
const environments = new WeakMap<Session, Environments>();

/** Of the stack that the URN is of: `pulumi policy analyze` never configures the pack with a stack's name. */
export function environmentOf(urn: string, tags: ReadonlyMap<string, string>, session: Session): Environment {
    const { byStack } = environmentsOf(session, tags);
    const stack = stackOf(urn);
    const found = byStack.get(stack) ?? readEnvironment(stack, tags, session.settings, session.stackEnvironment);
    byStack.set(stack, found);
    return found;
}

/** Those read so far; the same tags are the same map for as long as the engine tells no others. */
function environmentsOf(session: Session, tags: ReadonlyMap<string, string>): Environments {
    const { settings } = session;
    const known = environments.get(session);
    if (known && known.settings === settings && known.tags === tags) return known;
    const found = { settings, tags, byStack: new Map<string, Environment>() };
    environments.set(session, found);
    return found;
}

/** What a rule is configured with, apart from its level. */
export interface RuleConfiguration<O extends Options> {
    readonly options: OptionValues<O>;
    readonly exemptions: readonly Exemption[];
    /** What does not fit, and was left out. */
    readonly misfits: readonly ConfigurationError[];
}

/** Reads a rule's configuration, and with it the stack's own exemptions where the pack's settings allow them. */
export function configurationOf<O extends Options>(
    rule: AnyRule & { readonly options?: O },
    session: Session,
): (args: { getConfig<T extends object>(): T }) => RuleConfiguration<O> {
    const readOnce = perConfiguration(session, (args: { getConfig<T extends object>(): T }) =>
        readConfiguration(rule, args.getConfig<Record<string, unknown>>()),
    );
    return (args) => {
        const read = readOnce(args);
        const own = stackExemptionsFor(session, rule.id);
        return own.length === 0 ? read : { ...read, exemptions: [...read.exemptions, ...own] };
    };
}

/** Options that do not fit are the defaults: a rule that did not judge would pass what it should stop. */
function readConfiguration<O extends Options>(
    rule: AnyRule & { readonly options?: O },
    { exemptions: given = [], ...rest }: Record<string, unknown>,
): RuleConfiguration<O> {
    const { values: options, misfit } = readOptions(rule.id, rule.options ?? ({} as O), rest, ["exemptions"]);
    const entries: readonly unknown[] = Array.isArray(given) ? given : [];
    const misfits = [
        ...(misfit ? [misfit] : []),
        ...(exemptionsOption.accepted(given)
            ? []
            : [new ConfigurationError(rule.id, "exemptions", exemptionsOption.accepts)]),
    ];
    return { options, exemptions: entries.flatMap((one) => exemptionOf(one) ?? []), misfits };
}

function stackExemptionsFor(session: Session, policy: string): readonly Exemption[] {
    if (!session.settings.stackExemptions) return [];
    return session
        .stackExemptions()
        .flatMap((one) => stackExemptionOf(one) ?? [])
        .filter((one) => one.policy === policy);
}

/** Turns a rule's judgement on a subject into a journal entry; a plain no is undefined. */
export function judged(rule: AnyRule, subject: Subject, judgement: Judgement): JournalCheck | undefined {
    const { when, at, statement, severity } = judgement;
    if (when.is === "no") return undefined;
    const path = typeof at === "string" ? at : at.path;
    const secret = secretAt(subject.root, at);
    const fact = secret ? withoutWords(judgement.message, secret) : judgement.message;
    const fix = named(fixOf(rule, judgement, secret), path);
    // By its number alone where it is in what the program marks secret.
    const place = statement && (secret ? statement.number : statement.label);
    const message = { at: path, fact, why: rule.why, fix };
    return when.is === "undecided"
        ? entry(rule, subject, "undecided", message, { severity, statement: place, awaits: when.awaits })
        : entry(rule, subject, "violation", message, { severity, statement: place });
}

/** Of what the program marks secret the case's own fix may tell a word. */
function fixOf(rule: AnyRule, { fix = rule.fix, isFixOfPlace }: Judgement, secret: Value | undefined): string {
    return secret && !isFixOfPlace ? rule.fix : fix;
}

/** The value that a finding is about where the program marks it secret, by itself or with what is around it. */
function secretAt(root: Value | undefined, at: Judgement["at"]): Value | undefined {
    if (typeof at !== "string") return at.secret ? at : undefined;
    const value = at !== "" && root?.isOfMarked ? valueAt(root, at) : undefined;
    return value?.secret ? value : undefined;
}

/** A fix that is true of whichever property it is, with this one's name, as a program would have it. */
function named(fix: string, path: string): string {
    if (path === "") return fix;
    for (const [words, withName] of NAMED) if (fix.startsWith(words)) return withName(path) + fix.slice(words.length);
    return fix;
}

const NAMED: readonly (readonly [string, (path: string) => string])[] = [
    ["Set it to ", (path) => `Set ${path}: `],
    ["Leave it out", (path) => `Leave ${path} out`],
];

/**
 * A check that could not be completed. It says where in the pack it stopped, and never what the error said: an error's
 * text may quote an input.
 */
export function failed(rule: AnyRule, subject: Subject, error: unknown): JournalCheck {
    if (error instanceof ConfigurationError) {
        return entry(rule, subject, "failed", {
            at: "",
            fact: `this policy is not configured as its schema asks: ${error.field} must be ${error.accepts}; until then it judges without what does not fit`,
            why: "A policy that is not read as it was meant passes or stops what it should not.",
            fix: `Correct ${error.field} of ${error.policy} in the policy pack's configuration.`,
        });
    }
    return entry(rule, subject, "failed", {
        at: "",
        fact: `this check could not be completed: the rule stopped with ${errorPlace(error)}`,
        why: "A check that did not run is not a check that passed.",
        fix: "Report it to the maintainers of the policy pack; until it is mended, exempt the resource with that reason.",
    });
}

/** What becomes of a check under the exemptions: covered, it is exempted; covered until yesterday, it says so. */
export function withExemptions(
    check: JournalCheck,
    subject: Subject,
    exemptions: readonly Exemption[],
    today: Date,
): JournalCheck {
    if (exemptions.length === 0) return check;
    const covered = exemptions.filter((one) => covers(one, subject));
    const valid = covered.find((one) => !isExpired(one, today));
    if (valid) return { ...check, verdict: "exempted", reason: printable(valid.reason) };
    const [expired] = covered;
    if (!expired) return check;
    const note = `the exemption of this resource expired on ${expired.expires}`;
    return { ...check, note, message: `${check.message}\nNote: ${note}.` };
}

interface Details {
    /** Where it is other than the rule's. */
    readonly severity?: Severity | undefined;
    readonly statement?: string | undefined;
    readonly awaits?: readonly string[];
}

const NOTHING: readonly string[] = [];

/** What a program named is printed with care; why a rule is, is the pack's own text. */
function entry(
    rule: AnyRule,
    { urn }: Subject,
    verdict: JournalCheck["verdict"],
    message: Message,
    { severity = rule.severity, statement, awaits = NOTHING }: Details = {},
): JournalCheck {
    const at = printable(message.at);
    const fact = printable(message.fact);
    const fix = printable(message.fix);
    const { why } = message;
    const check: JournalCheck = {
        kind: "check",
        verdict,
        policy: rule.id,
        severity,
        urn,
        at,
        fact,
        why,
        fix,
        message: messageText({ at, fact, why, fix }),
        awaits,
    };
    return statement === undefined ? check : { ...check, statement };
}

/** The error's kind, as its class is called, for a name of its own may be anything; and the first frame of its stack; a stack begins with the error's text, which may look like one. */
function errorPlace(error: unknown): string {
    if (!(error instanceof Error)) return "an error";
    const { message, stack = "" } = error;
    const { name } = error.constructor;
    const text = stack.indexOf(message);
    const frames = text < 0 ? "" : stack.slice(text + message.length);
    const frame = /^\s+at .*?([\w.-]+\.[cm]?[jt]s:\d+)/m.exec(frames)?.[1];
    return frame === undefined ? name : `${name} at ${frame}`;
}

/** Reports the violations and failures among a rule's checks, each at the level of its own severity. */
export function report(rule: AnyRule, checks: readonly JournalCheck[], reportViolation: ReportViolation): void {
    for (const { verdict, message, urn, severity } of checks) {
        if (verdict !== "violation" && verdict !== "failed") continue;
        if (severity === rule.severity) reportViolation(message, urn);
        else {
            const level = defaultLevel(severity);
            reportAtLevel(reportViolation, {
                message: `${rule.title}\n${message}`,
                urn,
                severity,
                ...(level === "advisory" && { enforcementLevel: level }),
            });
        }
    }
}

/** Rules give one judgement, several, or none. */
export function each<J extends Judgement>(judgements: Judgements<J>, take: (judgement: J) => void): void {
    if (judgements === undefined) return;
    if (!(Symbol.iterator in judgements)) take(judgements);
    else for (const judgement of judgements) take(judgement);
}
