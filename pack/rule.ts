import type { ResourceType, Row } from "../model/aws";
import type { Control } from "../model/frameworks";
import { type Fact, type Resource, type Stack, typesAmong } from "../model/graph";
import type { Answer, Inputs, Value } from "../model/values";
import type { Environment } from "./environment";
import type { Example, Program } from "./example";
import type { Options, OptionValues } from "./options";
import type { Severity } from "./severity";

/** What every rule says about itself, once; catalogue, policy metadata, messages and reports derive from it. */
export interface RuleText {
    /** States the obligation; the file's name, and the policy's name in Pulumi. */
    readonly id: string;
    readonly severity: Severity;
    /** The obligation as a sentence: the policy's description, the first line of every message. */
    readonly title: string;
    /** What happens to those who ignore it. */
    readonly why: string;
    /** The change that satisfies it. */
    readonly fix: string;
    readonly sources: readonly string[];
    readonly frameworks: readonly Control[];
    readonly tags?: readonly string[];
    /** Of the strict profile: off unless a configuration gives it a level, since careful teams disagree about it. */
    readonly profile?: "strict";
    /** The name of the stack that the examples are of, where that decides: a rule may hold in production only. */
    readonly exampleStack?: string;
    /** Of a rule on settings, how each type answers: its tests have a good and a bad case for every row. */
    readonly rows?: readonly Row[];
}

/** Which of a policy's statements is meant: its `Sid`, or `statement 2`; and its number in any case, for what is not to be repeated. */
export interface StatementPlace {
    readonly label: string;
    readonly number: string;
}

/** A verdict on one resource. One judgement per cause. */
export interface Judgement {
    /** Yes: report it. Undecided: it goes to the summary of undecided checks. */
    readonly when: Answer;
    /** The property that must change: its value, or its path (also one that is absent). */
    readonly at: string | Value;
    /** Of a policy at that place, the statement that it is about. */
    readonly statement?: StatementPlace;
    /** The fact found, then its consequence. Never an input's value. */
    readonly message: string;
    /** In place of the rule's own fix, where this case has a better one. */
    readonly fix?: string;
    /** Is the fix one of the place, whatever stands there? Then it is told of what the program marks secret too. */
    readonly isFixOfPlace?: true;
    /** What else may be found fault with for it: of findings with one cause, the gravest speaks, and the others name it. */
    readonly cause?: unknown;
    /** Where this case weighs less or more than the rule does; of medium or low severity, it is reported as advisory. */
    readonly severity?: Severity;
}

/** A verdict of a stack rule, at the resource that must change. */
export interface StackJudgement extends Judgement {
    readonly resource: Resource;
}

export type Judgements<J> = J | Iterable<J> | undefined;

export interface Context<O extends Options> {
    readonly options: OptionValues<O>;
    readonly environment: Environment;
}

export interface ResourceContext<O extends Options, T = unknown> extends Context<O> {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly protect: boolean;
    /** The day on which it is judged. */
    readonly today: Date;
    /** The provider's major version, where the engine tells it: some defaults changed between them. */
    readonly providerMajor: number | undefined;
    /** The whole property tree, for what no single type declares. */
    readonly root: Value<T>;
}

/** A rule on one resource, before it is created. */
export interface Rule<T = unknown, O extends Options = Options> extends RuleText {
    readonly kind: "resource";
    /** The type or the family of types it judges. */
    readonly resource: ResourceType<T> | readonly ResourceType[];
    readonly options?: O;
    /** Options that the strict profile sets. */
    readonly strict?: Partial<OptionValues<O>>;
    /** It judges every other type of AWS too: what it asks can be anywhere. */
    readonly everywhere?: boolean;
    /** Reported exactly once. Of the first type, where there are several. */
    readonly bad: Example<T>;
    /** Its valid neighbour: not reported. */
    readonly good: Example<T>;
    check(inputs: Inputs<T>, context: ResourceContext<O, T>): Judgements<Judgement>;
    /**
     * What only the graph tells: where a value came from. Judged once all resources are known, under the same name. A place of which the
     * resource alone has said something is the same cause there and here, and is told once.
     */
    readonly inStack?: InStack<O> & {
        /** A program of which only the graph tells: reported exactly once. */
        readonly bad: Program;
    };
}

/** The part of a rule that is asked of the graph. */
export interface InStack<O extends Options = Options> {
    /** As a stack rule's. */
    readonly needs: Need | readonly Need[];
    check(stack: Stack, context: Context<O>): Judgements<StackJudgement>;
}

/** A fact knows which types it is read from. */
export type Need = ResourceType | Fact;

/** A rule on the graph of one stack. */
export interface StackRule<O extends Options = Options> extends RuleText, InStack<O> {
    readonly kind: "stack";
    /**
     * The facts that the rule asks for, and the types that it reads by itself. It does not apply to a stack that has nothing of
     * these; with one type this costs nothing.
     */
    readonly needs: Need | readonly Need[];
    readonly options?: O;
    /** Options that the strict profile sets. */
    readonly strict?: Partial<OptionValues<O>>;
    readonly bad: Program;
    readonly good: Program;
}

export type AnyRule = Rule | StackRule;

/** A rule on several types reads their properties by name: `root.get(…)`; its examples are of the first. */
type FamilyRule<O extends Options> = Omit<Rule<Record<string, unknown>, O>, "kind" | "resource"> & {
    readonly resource: readonly ResourceType[];
};
type TypeRule<T, O extends Options> = Omit<Rule<T, O>, "kind" | "resource"> & { readonly resource: ResourceType<T> };

/** Declares a rule on single resources. The registry needs only the erased form. */
export function defineRule<O extends Options = Record<never, never>>(rule: FamilyRule<O>): Rule;
export function defineRule<T, O extends Options = Record<never, never>>(rule: TypeRule<T, O>): Rule;
export function defineRule(rule: object): Rule {
    return { ...rule, kind: "resource" } as Rule;
}

/** Declares a rule on the graph. */
export function defineStackRule<O extends Options = Record<never, never>>(rule: Omit<StackRule<O>, "kind">): StackRule {
    return { ...rule, kind: "stack" } as unknown as StackRule;
}

/** What a rule asks of the graph, as a rule of its own: all of a stack rule, and of one on single resources what it leaves to the graph. */
export function stackPart(rule: AnyRule): StackRule | undefined {
    if (rule.kind === "stack") return rule;
    const { inStack, good: _good, resource: _resource, ...text } = rule;
    return inStack && { ...text, ...inStack, kind: "stack", good: {} };
}

/** The types that a rule judges: of one on single resources, those alone. */
export function typesOf(rule: AnyRule): readonly ResourceType[] {
    return typesAmong([rule.kind === "resource" ? rule.resource : rule.needs].flat());
}
