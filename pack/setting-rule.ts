import {
    answersBy,
    type Condition,
    type Kind,
    othersOf,
    type ResourceType,
    type Row,
    rowsOn,
    type Subject,
    type Topic,
} from "../model/aws";
import type { Control } from "../model/frameworks";
import { type Stack, settingSubject } from "../model/graph";
import { all, not, type Value, yes } from "../model/values";
import { declare, type Example } from "./example";
import { flag, type Options } from "./options";
import type { AnyRule, Context, Judgement, Rule, RuleText, StackJudgement, StackRule } from "./rule";
import type { Severity } from "./severity";

/** What is asked, and what is said of those who answer otherwise. */
export interface Asked {
    readonly topic: Topic;
    /** The fact and its consequence, where nothing is said and that is not good. */
    readonly absent: string;
    /** The fact and its consequence, where what is said is not good. */
    readonly otherwise: string;
}

/** A second topic of a policy, with its own fix. */
type Besides = Asked & { readonly fix: string };

/** A policy on settings: one topic, asked of some kinds of thing. How each type answers is a row of `model/aws/settings`. */
export interface SettingRule<T> extends RuleText, Asked {
    readonly of: readonly Kind[];
    /** Those of the policy as a whole; a row's own are added. */
    readonly frameworks: readonly Control[];
    /** What is asked besides: with TLS, who comes in. */
    readonly also?: Besides & { readonly severity: Severity };
    /** What is asked besides, in the strict profile only: mostly a customer key. It weighs little. */
    readonly strictly?: Besides;
    /** What settles it for a resource of whatever type. */
    readonly unless?: Condition<unknown>;
    /** Asked of production only; in the strict profile, of every stack. */
    readonly production?: true;
    /** The type that the examples are of. */
    readonly example: ResourceType<T>;
    readonly bad: Example<T>;
    readonly good: Example<T>;
}

/** A row with the words that it is judged by. */
interface Judged {
    readonly row: Row;
    readonly words: Pick<Asked, "absent" | "otherwise"> & { readonly fix?: string };
    readonly isStrict: boolean;
    readonly weighs?: Severity;
}

const strictRows = flag("Whether what only the strict profile asks is asked too.", false);
const everyStack = flag("Whether it is asked of stacks other than production too.", false);

/**
 * Declares a policy on settings, with the controls and the types of its rows. It judges each resource before it is created, unless
 * other resources of the stack may speak for it: then it judges the stack.
 */
export function defineSettingRule<T>(
    rule: SettingRule<T>,
    rows: readonly Row[] = rowsOn(rule.topic, rule.of),
): AnyRule {
    const { topic: _topic, of: _of, absent: _absent, otherwise: _otherwise, ...rest } = rule;
    const { also: _also, strictly: _strictly, unless: settled, ...own } = rest;
    const { production, example, frameworks, bad, good, ...text } = own;
    const judged = judgedRows(rule, rows);
    const tokens = [
        ...new Map([example, ...judged.map(({ row }) => row.type)].map((one) => [one.token, one])).values(),
    ];
    const options = {
        ...(judged.some(({ isStrict }) => isStrict) && { strictRows }),
        ...(production && { everyStack }),
    };
    const shared = {
        ...text,
        frameworks: distinct([...judged.flatMap(({ row }) => row.controls ?? []), ...frameworks]),
        rows: judged.map(({ row }) => row),
        ...(Object.keys(options).length > 0 && {
            options,
            strict: Object.fromEntries(Object.keys(options).map((key) => [key, true])),
        }),
    };
    const answers = answering(judged, production === true, settled);
    if (!judged.some(({ row }) => othersOf(row).length > 0)) {
        const resource: Rule = {
            ...shared,
            kind: "resource",
            resource: tokens,
            bad: bad as Rule["bad"],
            good: good as Rule["good"],
            check: (_inputs, context) => answers(context.type, context, context),
        };
        return resource;
    }
    const stack: StackRule = {
        ...shared,
        kind: "stack",
        needs: tokens,
        bad: { subject: declare(example, bad) },
        good: { subject: declare(example, good) },
        *check(stack, context): Iterable<StackJudgement> {
            for (const resource of stack.ofType(...tokens))
                for (const one of answers(resource.type, settingSubject(stack, resource), context))
                    yield { ...one, resource };
        },
    };
    return stack;
}

/** The rows of a policy with their words, those of its example first; and those of what it asks besides. */
function judgedRows<T>(rule: SettingRule<T>, rows: readonly Row[]): readonly Judged[] {
    const { absent, otherwise, also, strictly, of, example } = rule;
    const isStrict = (row: Row) => row.profile === "strict" && rule.profile !== "strict";
    const own = rows.map((row) => ({ row, words: { absent, otherwise }, isStrict: isStrict(row) }));
    const isExample = ({ row }: Judged) => row.type.token === example.token;
    const asked = (besides: Besides | undefined, how: (row: Row) => Omit<Judged, "words">) =>
        besides ? rowsOn(besides.topic, of).map((row) => ({ ...how(row), words: besides })) : [];
    const further = [
        ...asked(also, (row) => ({ row, isStrict: isStrict(row), ...(also && { weighs: also.severity }) })),
        ...asked(strictly, (row) => ({ row: { ...row, profile: "strict" }, isStrict: true, weighs: "low" })),
    ];
    return [...own.filter(isExample), ...own.filter((one) => !isExample(one)), ...further];
}

/** How a resource of a type answers to those rows that the options ask, and only where the environment is one to ask. */
function answering(judged: readonly Judged[], inProduction: boolean, settled?: Condition<unknown>) {
    const byToken = new Map<string, Judged[]>();
    for (const one of judged) byToken.set(one.row.type.token, [...(byToken.get(one.row.type.token) ?? []), one]);
    return (type: string, subject: Subject, { options, environment }: Context<Options>): readonly Judgement[] => {
        const where = inProduction && options["everyStack"] !== true ? environment.production : yes;
        if (where.is === "no") return [];
        const open = settled ? all(where, not(settled.holds(subject))) : where;
        const asked = (byToken.get(type) ?? []).filter(({ isStrict }) => !isStrict || options["strictRows"] === true);
        const found = asked.flatMap((one) => judgements(one, subject));
        return open.is === "yes" ? found : found.map((one) => ({ ...one, when: all(open, one.when) }));
    };
}

/** What rows say of a stack in words of their own, for a stack rule that asks more than settings. */
export function* judgementsOf(rows: readonly Row[], stack: Stack, strict: boolean): Iterable<StackJudgement> {
    for (const row of rows.filter(({ profile }) => strict || profile !== "strict"))
        for (const resource of stack.ofType(row.type))
            for (const one of judgements(
                { row, words: { absent: "absent", otherwise: "false" }, isStrict: false },
                settingSubject(stack, resource),
            ))
                yield { ...one, resource };
}

function judgements({ row, words, weighs }: Judged, subject: Subject): Judgement[] {
    const fix = row.fix ?? words.fix;
    return answersBy(row, subject).map(({ at, bad: when, changed, milder }) => {
        if (when.is === "no") return { when, at, message: "" };
        const said = at.state === "absent" ? "absent" : "otherwise";
        const fact = milder?.says?.[said] ?? row.says?.[said] ?? words[said];
        const severity = changed ? "low" : (milder?.severity ?? weightOf(row, at) ?? weighs);
        return {
            when,
            at,
            message: changed ? `${fact} if it was made before ${changed.since}; AWS changed that default since` : fact,
            ...(severity && { severity }),
            ...(fix !== undefined && { fix, isFixOfPlace: true as const }),
        };
    });
}

function weightOf({ severity }: Row, at: Value): Severity | undefined {
    if (typeof severity !== "object") return severity;
    return at.state === "absent" ? severity.absent : undefined;
}

function distinct(controls: readonly Control[]): readonly Control[] {
    return [...new Map(controls.map((one) => [`${one.framework} ${one.version} ${one.id}`, one])).values()];
}
