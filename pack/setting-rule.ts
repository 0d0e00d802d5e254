import { answersBy, type Kind, type ResourceType, type Row, rowsOn, type Topic } from "../model/aws";
import type { Control } from "../model/frameworks";
import type { Example } from "./example";
import { flag, type Options } from "./options";
import type { Judgement, ResourceContext, Rule, RuleText } from "./rule";

/** A policy on settings: one topic, asked of some kinds of thing. How each type answers is a row of `model/aws/settings`. */
export interface SettingRule<T> extends RuleText {
    readonly topic: Topic;
    readonly of: readonly Kind[];
    /** Those of the policy as a whole; a row's own are added. */
    readonly frameworks: readonly Control[];
    /** The fact and its consequence, where nothing is said and that is not good. */
    readonly absent: string;
    /** The fact and its consequence, where what is said is not good. */
    readonly otherwise: string;
    /** The type that the examples are of. */
    readonly example: ResourceType<T>;
    readonly bad: Example<T>;
    readonly good: Example<T>;
}

const strictRows = flag("Whether what only the strict profile asks is asked too.", false);

/** Declares a policy on settings, with the controls and the types of its rows. */
export function defineSettingRule<T>(rule: SettingRule<T>, rows: readonly Row[] = rowsOn(rule.topic, rule.of)): Rule {
    const { topic: _topic, of: _of, absent: _absent, otherwise: _otherwise, example, frameworks, ...rest } = rule;
    const isExample = (row: Row) => row.type.token === example.token;
    const ordered = [...rows.filter(isExample), ...rows.filter((row) => !isExample(row))];
    const isStrict = (row: Row) => row.profile === "strict" && rule.profile !== "strict";
    return {
        ...rest,
        kind: "resource",
        frameworks: distinct([...ordered.flatMap(({ controls = [] }) => controls), ...frameworks]),
        resource: [example, ...ordered.map(({ type }) => type)],
        rows: ordered,
        ...(rows.some(isStrict) && { options: { strictRows }, strict: { strictRows: true } }),
        check: (_inputs, context) =>
            ordered
                .filter((row) => row.type.token === context.type)
                .filter((row) => !isStrict(row) || context.options["strictRows"] === true)
                .flatMap((row) => judgements(rule, row, context)),
    };
}

type Facts = Pick<SettingRule<unknown>, "absent" | "otherwise">;

function judgements({ absent, otherwise }: Facts, row: Row, context: ResourceContext<Options>): Judgement[] {
    const { fix } = row;
    return answersBy(row, context).map(({ at, bad: when, changed }) => {
        const fact = at.state === "absent" ? absent : otherwise;
        return {
            when,
            at,
            message: changed ? `${fact} if it was made before ${changed.since}; AWS changed that default since` : fact,
            ...(changed && { severity: "low" }),
            ...(fix !== undefined && { fix }),
        };
    });
}

function distinct(controls: readonly Control[]): readonly Control[] {
    return [...new Map(controls.map((one) => [`${one.framework} ${one.version} ${one.id}`, one])).values()];
}
