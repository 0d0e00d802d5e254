/** What lets people into what runs: shells, commands and tunnels, and where to. */
import { type Answer, all, undecided } from "../values";
import { namesAction } from "./action";
import { type Narrowing, narrowing } from "./condition";
import { extentOf } from "./extent";
import { DEFAULT_SESSION_DOCUMENT, SESSION_ACTIONS, type SessionAction } from "./knowledge/session-actions";
import { demandsMfa } from "./mfa";
import { isWildcard } from "./pattern";
import type { Grant, Permissions } from "./permissions";
import { conditionsOn } from "./required";
import { namedBy } from "./self";
import type { Condition, Statement } from "./statement";
import { unknownEnds } from "./time-bound";

/** One way in that a statement opens wider than it says what for. */
export interface Opened {
    readonly action: string;
    /** As in "allows a user …". */
    readonly gives: string;
    readonly when: Answer;
    /** Whether it gives a shell anywhere; a shell where only the forwarding of ports is meant; or what is less than that. */
    readonly kind: "anywhere" | "default shell" | "ports" | "tunnel" | "others' session";
    /** What conditions hold it to, if not to a place. */
    readonly held: Exclude<Narrowing, "resource"> | "second factor";
    /** All that a request must meet. */
    readonly conditions: readonly Condition[];
}

/** What a statement opens so, the gravest first. Nothing where it names where to, by ARN or by a condition on tags. */
export function openSessions<G extends Grant>(permissions: Permissions<G>, whole: Statement): readonly Opened[] {
    return SESSION_ACTIONS.flatMap((one): readonly Opened[] => {
        const when = permissions.through(whole, one.action);
        // Sessions that begin with one's own name are one's own.
        const { others: statement } = namedBy(whole);
        if (when.is === "no" || !statement) return [];
        const conditions = conditionsOn(permissions, statement, one.action);
        const found = openedBy(permissions, statement, conditions, one);
        if (!found) return [];
        const statements = permissions.grants.map((grant) => grant.statement);
        return [
            {
                gives: one.gives,
                ...found,
                action: one.action,
                // An end that is not known yet may be near.
                when: all(when, ...unknownEnds(conditions).map((place) => undecided(place))),
                held: demandsMfa({ ...statement, conditions }, statements)
                    ? "second factor"
                    : narrowing({ conditions }) === "nothing"
                      ? "nothing"
                      : "circumstances",
                conditions,
            },
        ];
    });
}

function openedBy<G extends Grant>(
    permissions: Permissions<G>,
    statement: Statement,
    conditions: readonly Condition[],
    one: SessionAction,
): (Pick<Opened, "kind"> & Partial<Pick<Opened, "gives">>) | undefined {
    const { action, among, documents, entrance } = one;
    const isAnywhere =
        extentOf(permissions, statement, action, among) === "any" && narrowing({ conditions }) !== "resource";
    if (entrance !== "shell") return isAnywhere ? { kind: entrance } : undefined;
    if (action === "ssm:StartSession") return sessionOf(permissions, statement, conditions, among, isAnywhere);
    if (documents && !documents.some((name) => allowsDocument(permissions, action, name))) return undefined;
    if (isAnywhere) return { kind: "anywhere" };
    const isUnaimed = action === "ec2-instance-connect:OpenTunnel" && narrowing({ conditions }) !== "resource";
    return isUnaimed ? { kind: "tunnel", gives: "tunnels to every address and port behind an endpoint" } : undefined;
}

/**
 * Whoever names no document gets the default one, which is a shell, unless the statement asks for the check of documents.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-sessiondocumentaccesscheck.html
 */
function sessionOf<G extends Grant>(
    permissions: Permissions<G>,
    statement: Statement,
    conditions: readonly Condition[],
    among: readonly string[],
    isAnywhere: boolean,
): (Pick<Opened, "kind"> & Partial<Pick<Opened, "gives">>) | undefined {
    const action = "ssm:StartSession";
    const allowsShell = allowsDocument(permissions, action, DEFAULT_SESSION_DOCUMENT);
    if (isAnywhere) {
        if (allowsShell || !asksForDocument(conditions)) return { kind: "anywhere" };
        return { kind: "ports", gives: "the forwarding of ports through every instance" };
    }
    const reaches = among.some((type) => permissions.through(statement, action, anyOf(type)).is !== "no");
    if (!reaches || allowsShell || asksForDocument(conditions) || !namesDocuments(permissions)) return undefined;
    return { kind: "default shell", gives: "a shell beside the documents that it names" };
}

function anyOf(type: string): string {
    const service = { instance: "ec2", "managed-instance": "ssm", task: "ecs" }[type];
    return `arn:*:${service}:*:*:${type}/*`;
}

/** AWS's own form has `IfExists`, which changes nothing where it is asked. */
function asksForDocument(conditions: readonly Condition[]): boolean {
    return conditions.some(
        ({ key, operator, values }) =>
            key === "ssm:sessiondocumentaccesscheck" &&
            /^bool/i.test(operator) &&
            values.every((value) => /^true$/i.test(value)),
    );
}

function allowsDocument<G extends Grant>(permissions: Permissions<G>, action: string, name: string): boolean {
    return permissions.allows(action, `arn:*:ssm:*:*:document/${name}`).is !== "no";
}

/** Does it name documents of sessions, so that not all are meant? A denial of one may be what keeps the shell shut. */
function namesDocuments<G extends Grant>({ grants }: Permissions<G>): boolean {
    const about = grants.filter(({ statement }) => namesAction(statement, "ssm:StartSession").is !== "no");
    const patterns = (effect: string) =>
        about.flatMap(({ statement }) => (statement.effect === effect ? (statement.resources?.patterns ?? []) : []));
    const isDocument = (pattern: string) => /:document\//.test(pattern);
    return (
        patterns("Allow").some((pattern) => isDocument(pattern) && !isWildcard(pattern.split("/").at(-1) ?? "")) &&
        !patterns("Deny").some(isDocument)
    );
}
