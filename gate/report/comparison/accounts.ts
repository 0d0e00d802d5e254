/** In which account each of two drawings is: a program that runs here is told a made-up one, and stacks may be in several. */
import { ACCOUNT } from "../../synthetic/place";
import type { DrawnStack } from "./nodes";

const ARN = /^(arn:[^:]*:[^:]*:[^:]*:)(\d{12})(:.*)$/s;

/**
 * The drawings with their accounts, where one number stands for the other: both have an ARN that differs by nothing else, no other number
 * could be meant, and one of the two is made up, or they are of two stacks.
 */
export function inTheirAccounts(before: DrawnStack, now: DrawnStack): readonly [DrawnStack, DrawnStack] {
    const [old, later] = [arnsIn(before), arnsIn(now)];
    const found = new Set<string>();
    for (const [rest, accounts] of old)
        for (const account of accounts)
            for (const other of later.get(rest) ?? []) {
                const isEither = accounts.has(other) || later.get(rest)?.has(account) === true;
                if (!isEither) found.add(`${account} ${other}`);
            }
    const [only, ...more] = found;
    const [a = "", b = ""] = only?.split(" ") ?? [];
    const mayDiffer = [a, b].includes(ACCOUNT) || before.stack !== now.stack;
    if (only === undefined || more.length > 0 || !mayDiffer) return [before, now];
    return [
        { ...before, account: a },
        { ...now, account: b },
    ];
}

/** The numbers of accounts in ARNs, by the ARN without it. */
function arnsIn({ drawing }: DrawnStack): ReadonlyMap<string, ReadonlySet<string>> {
    const arns = new Map<string, Set<string>>();
    const ids = drawing.nodes.map(({ id }) => id.replace(/^elsewhere:(?:.*?:)??(?=arn:)/, ""));
    const patterns = drawing.roles.flatMap(({ grants }) =>
        grants.flatMap(({ resources }) => resources.flatMap(({ pattern }) => pattern ?? [])),
    );
    for (const text of [...ids, ...patterns]) {
        const [, head, account, rest] = ARN.exec(text) ?? [];
        if (head === undefined || account === undefined) continue;
        const known = arns.get(`${head}${rest}`) ?? new Set();
        arns.set(`${head}${rest}`, known.add(account));
    }
    return arns;
}
