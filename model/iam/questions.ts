/** What one statement grants, asked so that an unknown member delays the answer only where it could change it. */
import { type Answer, all, answer, any, no, undecided } from "../values";
import { isEverything } from "./pattern";
import type { Members, Statement } from "./statement";

/** Does it allow (not deny)? */
export function allows(statement: Statement): Answer {
    return statement.effect === undefined ? undecided(...statement.unknown) : answer(statement.effect === "Allow");
}

/** Is some member so? For `Action` and `Resource`, not their `Not` forms. */
export function someMember(members: Members | undefined, test: (pattern: string) => boolean): Answer {
    if (!members || members.not) return no;
    return any(
        ...members.patterns.map((pattern) => answer(test(pattern))),
        ...members.unknown.map(({ place }) => undecided(place)),
    );
}

/** Does it cover every action: `*`, `*:*`, or everything but a list? */
export function everyAction(statement: Statement): Answer {
    if (statement.actions.not) return answer(true);
    return someMember(statement.actions, (pattern) => /^\*+(?::\*+)?$/.test(pattern));
}

/** Does it cover every resource: `*`, an ARN of nothing but wildcards, or everything but a list? */
export function everyResource(statement: Statement): Answer {
    if (statement.resources?.not) return answer(true);
    const known = statement.resources?.patterns.some(isEveryArn) ?? false;
    // An unknown resource is an output of this program: the ARN of something, never a star.
    return answer(known);
}

/**
 * Does it allow everything on everything, or all of IAM on everything, which is everything else by one more call? Conditions
 * do not change what it is.
 */
export function administers(statement: Statement): Answer {
    const found = administrators.get(statement) ?? administering(statement);
    administrators.set(statement, found);
    return found;
}

/** Each rule asks it of each statement. */
const administrators = new WeakMap<Statement, Answer>();

function administering(statement: Statement): Answer {
    const wide = any(
        everyAction(statement),
        someMember(statement.actions, (action) => /^iam:\*+$/i.test(action)),
    );
    return all(allows(statement), everyResource(statement), wide);
}

/** `*`, or an ARN whose every part after the partition is a wildcard or empty. */
export function isEveryArn(pattern: string): boolean {
    if (isEverything(pattern)) return true;
    const [scheme, , ...rest] = pattern.split(":");
    return scheme === "arn" && rest.length > 0 && rest.every((part) => /^\**$/.test(part.replaceAll("/", "")));
}
