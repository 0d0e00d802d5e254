import type { Statement } from "./statement";

/** What a caller can name of itself by a policy variable. */
export type Itself = "user" | "role" | "session";

export interface Named {
    /** The statement without what is the caller's own or AWS's; undefined where nothing else is named. */
    readonly others: Statement | undefined;
    /** Whether the caller itself is named, and as what. */
    readonly itself: readonly Itself[];
}

/**
 * Reads `user/${aws:username}`, under whatever path, and `role/${aws:PrincipalTag/role}` as the caller's own. What belongs to AWS
 * (`arn:aws:iam::aws:policy/…`, a browser of AWS's) nobody changes.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function namedBy(statement: Statement): Named {
    const { resources } = statement;
    if (!resources || resources.not) return { others: statement, itself: [] };
    const itself: Itself[] = [];
    const patterns = resources.patterns.filter((pattern) => {
        const own = ownKind(pattern);
        if (own) itself.push(own);
        return own === undefined && !isOfAws(pattern);
    });
    if (patterns.length === resources.patterns.length) return { others: statement, itself };
    const isNothing = patterns.length === 0 && resources.unknown.length === 0;
    return { others: isNothing ? undefined : { ...statement, resources: { ...resources, patterns } }, itself };
}

const VARIABLE = String.raw`\$\{aws:(?:username|principaltag/[^}]*)\}`;
const OWN_IDENTITY = new RegExp(`^arn:[^:]*:iam::[^:]*:(user|role)/(?:.*/)?${VARIABLE}$`, "i");
/** Sessions begin with the name of whoever opened them. */
const OWN_SESSION = /^arn:[^:]*:ssm:[^:]*:[^:]*:session\/\$\{aws:(?:username|userid)\}-?\*$/i;

function ownKind(pattern: string): Itself | undefined {
    const kind = OWN_IDENTITY.exec(pattern)?.[1]?.toLowerCase();
    if (kind !== undefined) return kind as Itself;
    return OWN_SESSION.test(pattern) ? "session" : undefined;
}

function isOfAws(pattern: string): boolean {
    return pattern.split(":")[4] === "aws";
}
