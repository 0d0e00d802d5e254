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
    // Each rule asks it of each statement, and most name their resources.
    if (everyResource(statement).is === "no") return no;
    let found = administrators.get(statement);
    if (!found) {
        found = all(allows(statement), everyOrIam(statement));
        administrators.set(statement, found);
    }
    return found;
}

const administrators = new WeakMap<Statement, Answer>();

function everyOrIam(statement: Statement): Answer {
    return any(
        everyAction(statement),
        someMember(statement.actions, (action) => /^iam:\*+$/i.test(action)),
    );
}

/** `*`, or an ARN whose every part after the partition is a wildcard or empty. */
export function isEveryArn(pattern: string): boolean {
    return isEverything(pattern) || EVERY_ARN.test(pattern);
}

const EVERY_ARN = /^arn:[^:]*(?::[*/]*)+$/;
