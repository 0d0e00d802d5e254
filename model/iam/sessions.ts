/** What lets people into what runs: shells, commands and tunnels, and where to. */
import { type Answer, all, undecided, yes } from "../values";
import { namesAction, serviceOf } from "./action";
import { type Narrowing, narrowing } from "./condition";
import { extentOf } from "./extent";
import { arnFormats } from "./knowledge/actions";
import { DEFAULT_SESSION_DOCUMENT, SESSION_ACTIONS, type SessionAction } from "./knowledge/session-actions";
import { demandsMfa } from "./mfa";
import { isWildcard } from "./pattern";
import type { Grant, Permissions } from "./permissions";
import { isEveryArn } from "./questions";
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
    // Sessions that begin with one's own name are one's own.
    const { others } = namedBy(whole);
    if (!others) return [];
    return SESSION_ACTIONS.flatMap((one) => {
        const when = permissions.through(whole, one.action);
        if (when.is === "no") return [];
        const [first] = one.among.flatMap((type) =>
            openedTo(permissions, narrowed(others, one.action, type), one, type),
        );
        // An end that is not known yet may be near.
        const ends = first ? unknownEnds(first.conditions).map((place) => undecided(place)) : [];
        return first ? [{ ...first, when: all(when, ...ends) }] : [];
    });
}

/** The statement as far as it is about resources of the type: what is asked of others is nothing to them. */
function narrowed(statement: Statement, action: string, type: string): Statement {
    const { resources } = statement;
    if (!resources || resources.not) return statement;
    const every = everyOf(action, type);
    const patterns = resources.patterns.flatMap((pattern) => (isEveryArn(pattern) ? every : [pattern]));
    return { ...statement, resources: { ...resources, patterns } };
}

function everyOf(action: string, type: string): readonly string[] {
    return arnFormats(serviceOf(action) ?? "", type).map((format) => format.replace(/\$\{\w+\}/g, "*"));
}

function openedTo<G extends Grant>(
    permissions: Permissions<G>,
    statement: Statement,
    one: SessionAction,
    type: string,
): readonly Opened[] {
    const { action } = one;
    const reaches = everyOf(action, type).some((arn) => permissions.through(statement, action, arn).is !== "no");
    if (!reaches) return [];
    const conditions = conditionsOn(permissions, statement, action);
    const isPlaced = narrowing({ conditions }) === "resource";
    const isAnywhere = !isPlaced && extentOf(permissions, statement, action, [type]) === "any";
    const kind = kindOf(permissions, conditions, one, isAnywhere, isPlaced);
    if (!kind) return [];
    const held = heldTo(permissions, { ...statement, conditions });
    return [{ gives: LESS[kind] ?? one.gives, kind, action, when: yes, held, conditions }];
}

const LESS: Readonly<Partial<Record<Opened["kind"], string>>> = {
    ports: "the forwarding of ports through every instance",
    "default shell": "a shell beside the documents that it names",
    tunnel: "tunnels to every address and port behind an endpoint",
};

/**
 * Whoever names no document of sessions gets the default one, which is a shell, unless the statement asks for the check of documents.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-sessiondocumentaccesscheck.html
 */
function kindOf<G extends Grant>(
    permissions: Permissions<G>,
    conditions: readonly Condition[],
    { action, entrance, documents }: SessionAction,
    isAnywhere: boolean,
    isPlaced: boolean,
): Opened["kind"] | undefined {
    if (entrance !== "shell") return isAnywhere ? entrance : undefined;
    const allowsOneOf = (names: readonly string[]) => names.some((name) => allowsDocument(permissions, action, name));
    if (action === "ssm:StartSession") {
        const isShell = allowsOneOf([DEFAULT_SESSION_DOCUMENT]);
        const isChecked = asksForDocument(conditions);
        if (isAnywhere) return isShell || !isChecked ? "anywhere" : "ports";
        return isShell || isChecked || !namesDocuments(permissions) ? undefined : "default shell";
    }
    if (documents && !allowsOneOf(documents)) return undefined;
    if (isAnywhere) return "anywhere";
    return action === "ec2-instance-connect:OpenTunnel" && !isPlaced ? "tunnel" : undefined;
}

function heldTo<G extends Grant>({ grants }: Permissions<G>, statement: Statement): Opened["held"] {
    const statements = grants.map((grant) => grant.statement);
    if (demandsMfa(statement, statements)) return "second factor";
    return narrowing(statement) === "nothing" ? "nothing" : "circumstances";
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
