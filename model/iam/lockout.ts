import { type Answer, all, answer, any, no, type Value } from "../values";
import { parsePolicy } from "./document";
import { isEverything } from "./pattern";
import type { Condition, Statement } from "./statement";
import { refuses } from "./trust";

/** A statement that denies everybody everything, to change the policy too. */
export interface Lockout {
    readonly statement: Statement;
    readonly when: Answer;
}

/** An action by which a resource's policy is changed: `s3:PutBucketPolicy`, `sqs:SetQueueAttributes`. */
const CHANGES = /:(?:put|set|delete|remove)\w*(?:polic(?:y|ies)|attributes|permissions?)$|:[*?]*$/i;

/** The denials of a policy that leave nobody in but the account's root user. */
export function lockoutsIn(policy: Value): readonly Lockout[] {
    return parsePolicy(policy).statements.flatMap((statement) => {
        if (statement.effect !== "Deny" || !refuses(statement, { kind: "everyone" }) || statement.principals?.not)
            return [];
        const when = all(deniesAll(statement), isOnItself(statement), ...statement.conditions.map(sparesNobody));
        return statement.unknown.length > 0 || when.is === "no" ? [] : [{ statement, when }];
    });
}

function deniesAll({ actions }: Statement): Answer {
    if (actions.not) return answer(!actions.patterns.some((pattern) => CHANGES.test(pattern)));
    return any(...actions.patterns.map((pattern) => answer(/^(?:[\w-]+:)?\*+$/.test(pattern))));
}

/** Not only what is below it: the objects of a bucket. */
function isOnItself({ resources }: Statement): Answer {
    if (!resources || resources.not || resources.patterns.length === 0) return answer(!resources?.not);
    const isBelow = (pattern: string) => /^arn:[^:]*:s3:::[^/]*\/.*\*$/.test(pattern);
    return answer(resources.patterns.some((pattern) => isEverything(pattern) || !isBelow(pattern)));
}

/** Everybody but the account's root, or all that come with TLS, as the console and every SDK do. */
function sparesNobody({ operator, key, values }: Condition): Answer {
    if (key === "aws:securetransport")
        return answer(/^bool/i.test(operator) && values.length > 0 && values.every((value) => /^true$/i.test(value)));
    const isNegated = /^(?:string|arn)not/i.test(operator);
    if (!isNegated || key !== "aws:principalarn" || values.length === 0) return no;
    return answer(values.every((value) => value.endsWith(":root")));
}
