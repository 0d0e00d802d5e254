import {
    actionsOfPattern,
    administers,
    managedStatements,
    type NamedAction,
    type Statement,
    type StatementPlace,
} from "../../iam";
import { type Answer, all, any, undecided, yes } from "../../values";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { isJudgedBy, type Rights } from "./actors";
import { type AttachedArn, type Held, type Identity, identitiesOf, type Unread } from "./identities";
import { identitiesNaming } from "./naming";

/** What a rule finds at a resource. */
export interface Found {
    readonly resource: Resource;
    readonly at: string;
    readonly statement?: StatementPlace;
    readonly when: Answer;
    readonly message: string;
}

/**
 * Asks a question of every identity that is judged by such rights. What it finds counts as far as those act as the identity with
 * whom such rights are a fault; a policy that is not known yet may hold anything, so its identity is undecided: where the question is
 * about statements, by a text that is not known; where it is about attached policies, by an attachment. (Policies that live in
 * other stacks are named once, by exec-role-no-admin-access.)
 */
export function* onIdentities<F extends Found>(
    stack: Stack,
    rights: Rights,
    question: (identity: Identity) => Iterable<F>,
    about: Unread["what"] = "document",
    among: readonly Identity[] = identitiesOf(stack),
): Iterable<F | Found> {
    for (const identity of among) {
        const judged = isJudgedBy(identity, rights);
        if (judged.is === "no") continue;
        for (const found of question(identity)) yield { ...found, when: all(judged, found.when) };
        yield* unreadOf(identity, judged, about);
    }
}

/**
 * The same of each statement that allows wanted actions (see `allowed`); one whose actions are not known yet leaves its identity
 * undecided.
 */
export function onGrants<F extends Found>(
    stack: Stack,
    rights: Rights,
    isWanted: (action: string) => boolean,
    question: (grant: Allowed, identity: Identity) => F | undefined,
): Iterable<F | Found> {
    const among = identitiesNaming(stack, ({ action }) => isWanted(action));
    const ofEach = function* (identity: Identity): Iterable<F | Found> {
        for (const grant of allowed(identity, isWanted)) {
            const found = question(grant, identity);
            if (found) yield found;
        }
        yield* unknownActions(identity);
    };
    return onIdentities(stack, rights, ofEach, "document", among);
}

/** Of most identities: whoever asks rule after rule of each is given a list, which is cheaper than what makes one. */
const NOTHING: readonly Found[] = [];

/** What stays open of an identity because a policy is not known yet. */
export function unreadOf({ unread }: Identity, when: Answer, about?: Unread["what"]): readonly Found[] {
    if (unread.length === 0) return NOTHING;
    return unread
        .filter(({ what, elsewhere }) => !elsewhere && (about ?? what) === what)
        .map(({ place, holder: resource, at }) => ({
            resource,
            at,
            when: all(when, undecided(place)),
            message: "allows what is not known yet",
        }));
}

/** Actions that one statement allows in effect, of those that a rule asks for. */
export interface Allowed {
    readonly held: Held;
    readonly actions: readonly NamedAction[];
    /** Yes, or undecided where its effect or the boundary is not known yet. */
    readonly when: Answer;
}

/**
 * The statements of an identity's policies that allow wanted actions by name or pattern and have something left after denials
 * and the boundary. Not among them: AWS-managed policies, whose attachment is judged as a whole; administrators and `NotAction`, which are
 * other rules' findings; statements whose actions are unknown (ask `unknownActions`); and those that are not asked about.
 */
export function allowed(
    identity: Identity,
    isWanted: (action: string) => boolean,
    isAsked: (statement: Statement) => boolean = () => true,
): readonly Allowed[] {
    const found: Allowed[] = [];
    for (const held of identity.held) {
        const { statement } = held;
        if (statement.effect === "Deny" || !isAsked(statement) || administers(statement).is === "yes") continue;
        const left = remaining(identity, statement, isWanted);
        if (left.length > 0)
            found.push({ held, actions: left.map(({ named }) => named), when: any(...left.map(({ when }) => when)) });
    }
    return found;
}

/** Actions that an attached AWS-managed policy allows in effect. */
export interface AllowedByAttached {
    readonly attached: AttachedArn;
    readonly actions: readonly NamedAction[];
    readonly when: Answer;
}

/** The same of attached AWS-managed policies, as one each; those that make an administrator apart. */
export function allowedByAttached(
    identity: Identity,
    isWanted: (action: string) => boolean,
): readonly AllowedByAttached[] {
    const found: AllowedByAttached[] = [];
    for (const attached of identity.attached) {
        if (!attached.managed || attached.managed.breadth === "admin") continue;
        const left = managedStatements(attached.managed)
            .filter(({ effect }) => effect === "Allow")
            .flatMap((statement) => remaining(identity, statement, isWanted));
        if (left.length > 0)
            found.push({
                attached,
                actions: left.map(({ named }) => named),
                when: any(...left.map(({ when }) => when)),
            });
    }
    return found;
}

interface Remaining {
    readonly named: NamedAction;
    readonly when: Answer;
}

const NOTHING_LEFT: readonly Remaining[] = [];

function remaining(
    { permissions }: Identity,
    statement: Statement,
    isWanted: (action: string) => boolean,
): readonly Remaining[] {
    const { not, patterns } = statement.actions;
    if (not) return NOTHING_LEFT;
    let found: Remaining[] | undefined;
    for (const pattern of patterns)
        for (const named of actionsOfPattern(pattern)) {
            if (!isWanted(named.action)) continue;
            const when = permissions.through(statement, named.action);
            if (when.is === "no") continue;
            found ??= [];
            found.push({ named, when });
        }
    return found ?? NOTHING_LEFT;
}

/** A condition that is not known yet may be the one that narrows the statement, or makes it weigh less. */
export function onceConditionsAreKnown(when: Answer, { unknown }: Statement): Answer {
    return all(when, ...unknown.map((place) => undecided(place)));
}

/** A boundary that cannot be read may hold back whatever is asked about. */
export function withinBoundary({ boundary }: Identity): Answer {
    return boundary.kind === "unread" ? undecided(boundary.at.place) : yes;
}

/** Statements whose actions are not all known yet: what they allow is undecided. */
export function unknownActions({ held }: Identity): readonly Found[] {
    if (held.every(({ statement }) => statement.actions.unknown.length === 0)) return NOTHING;
    const found: Found[] = [];
    for (const { statement, holder: resource, at } of held) {
        const places = statement.actions.unknown.map(({ place }) => place);
        if (places.length > 0 && statement.effect !== "Deny" && !statement.actions.not)
            found.push({ resource, at, when: undecided(...places), message: "allows actions that are not known yet" });
    }
    return found;
}
