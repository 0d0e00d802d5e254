import { isForHosts, isForSessions, isInBucketOfAgents } from "../../iam";
import { type Answer, any } from "../../values";
import type { Resource } from "../resource";
import { attachesAdministrator, makesAdministrator } from "./administrators";
import { placeOf } from "./grants";
import type { Identity } from "./identities";
import { awsPolicyName } from "./managed";
import { allowed, allowedByAttached, onceConditionsAreKnown } from "./roles";

/** Rights of a host's role that no session needs. */
export interface Excess {
    readonly resource: Resource;
    readonly at: string;
    readonly cause: unknown;
    readonly when: Answer;
    /** Empty where they are everything. */
    readonly actions: readonly string[];
    /** AWS's policy that they come from. */
    readonly policy?: string | undefined;
}

/** What a role may do beside being managed by Session Manager and writing the log of its sessions. */
export function* beyondSessions(identity: Identity): Iterable<Excess> {
    for (const held of identity.held) {
        const when = makesAdministrator(identity, held.statement);
        if (held.statement.effect !== "Deny" && when.is !== "no") yield { ...placeOf(held), when, actions: [] };
    }
    for (const { held, actions, when } of allowed(identity, (action) => !isForSessions(action))) {
        const { resources } = held.statement;
        const isOfAgents =
            resources !== undefined &&
            !resources.not &&
            resources.patterns.length > 0 &&
            resources.unknown.length === 0 &&
            resources.patterns.every(isInBucketOfAgents);
        const more = actions.map(({ action }) => action);
        const isReading = more.every((action) => /^s3:(?:Get|List)/i.test(action));
        if (isOfAgents && isReading) continue;
        yield { ...placeOf(held), when: onceConditionsAreKnown(when, held.statement), actions: more };
    }
    for (const { attached, actions, when } of allowedByAttached(identity, (action) => !isForSessions(action))) {
        const policy = awsPolicyName(attached.arn);
        if (policy && isForHosts(policy)) continue;
        yield { ...placeOf(attached), when, actions: actions.map(({ action }) => action), policy };
    }
    for (const attached of identity.attached) {
        const when = attachesAdministrator(identity, attached);
        if (when.is !== "no") yield { ...placeOf(attached), when, actions: [], policy: awsPolicyName(attached.arn) };
    }
}

/** Has it rights that are a program's? An old policy for hosts, which reads buckets, tells of no program. */
export function hasProgramsRights(identity: Identity): Answer {
    return any(
        ...[...beyondSessions(identity)]
            .filter(({ policy }) => policy === undefined || !policy.includes("SSM"))
            .map(({ when }) => when),
    );
}
