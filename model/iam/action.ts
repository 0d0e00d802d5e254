/** Actions and the statements that name them. Actions know no case. */
import { type Answer, answer, undecided, yes } from "../values";
import { actionsMatching } from "./knowledge/actions";
import type { Statement } from "./statement";

const expressions = new Map<string, RegExp>();

/** Does the pattern of a policy name the concrete action? */
export function actionMatches(pattern: string, action: string): boolean {
    if (pattern === action) return true;
    if (!/[*?]/.test(pattern))
        return pattern.length === action.length && pattern.toLowerCase() === action.toLowerCase();
    let expression = expressions.get(pattern);
    if (!expression) {
        const source = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*+/g, ".*");
        expression = new RegExp(`^${source.replaceAll("?", ".")}$`, "is");
        expressions.set(pattern, expression);
    }
    return expression.test(action);
}

/** Is the concrete action among those the statement is about? Undecided where an unknown member could be it. */
export function namesAction({ actions }: Pick<Statement, "actions">, action: string): Answer {
    const named = actions.patterns.some((pattern) => actionMatches(pattern, action));
    if (named) return answer(!actions.not);
    if (actions.unknown.length > 0) return undecided(...actions.unknown.map(({ place }) => place));
    return answer(actions.not);
}

/** A concrete action with the pattern of the statement that names it. */
export interface NamedAction {
    readonly action: string;
    readonly pattern: string;
}

/**
 * The concrete actions that a statement's `Action` names, in AWS's spelling, each with its pattern. A pattern that fits no
 * known action stands for itself: AWS may have added it since. Not for `NotAction`, which names what is left out.
 */
export function actionsNamed({ actions }: Pick<Statement, "actions">): readonly NamedAction[] {
    let found = named.get(actions);
    if (!found) {
        found = actions.not ? [] : expandedAll(actions.patterns);
        named.set(actions, found);
    }
    return found;
}

/** Each rule asks it of each statement. */
const named = new WeakMap<Statement["actions"], readonly NamedAction[]>();

function expandedAll(patterns: readonly string[]): readonly NamedAction[] {
    const [only, ...others] = patterns;
    return only !== undefined && others.length === 0 ? actionsOfPattern(only) : patterns.flatMap(actionsOfPattern);
}

const expansions = new Map<string, readonly NamedAction[]>();

/** The same of one pattern. */
export function actionsOfPattern(pattern: string): readonly NamedAction[] {
    let found = expansions.get(pattern);
    if (!found) {
        const known = actionsMatching(pattern);
        found = (known.length > 0 ? known : [pattern]).map((action) => ({ action, pattern }));
        expansions.set(pattern, found);
    }
    return found;
}

/** Every action that the statement is about; of `NotAction`, all known ones but those. */
export function actionsOf(statement: Pick<Statement, "actions">): readonly string[] {
    if (!statement.actions.not) return [...new Set(actionsNamed(statement).map(({ action }) => action))];
    return actionsMatching("*").filter((action) => namesAction(statement, action).is === yes.is);
}

const services = new Map<string, string>();

/** The service of an action pattern, in lower case: `s3` of `s3:Get*`; undefined where the service itself is a wildcard. */
export function serviceOf(action: string): string | undefined {
    const known = services.get(action);
    if (known !== undefined) return known;
    const found = /^([a-z0-9-]+):/i.exec(action)?.[1]?.toLowerCase();
    if (found !== undefined) services.set(action, found);
    return found;
}
