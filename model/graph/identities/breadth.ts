import { accessLevel, actionsNamed, administers, isDataService, isHousekeeping, serviceFamily } from "../../iam";
import { type Answer, answer, no, undecided } from "../../values";
import type { Held, Identity } from "./identities";
import { isAccepted } from "./managed";

/** The services in which a role may do something in effect, each once, with the statement that lets it in first. */
export function servicesReached(identity: Identity): ReadonlyMap<string, Held> {
    const found = new Map<string, Held>();
    for (const held of identity.permissions.grants) {
        const { statement, managed } = held;
        if (statement.effect === "Deny" || administers(statement).is === "yes") continue;
        // What AWS itself tells to attach is no breadth of the application's, and a broad policy of AWS's is a finding of its own.
        if (managed && (managed.breadth !== "scoped" || isAccepted(identity, managed.arn))) continue;
        for (const { action } of actionsNamed(statement)) {
            const service = serviceFamily(action);
            if (found.has(service) || isHousekeeping(action)) continue;
            if (identity.permissions.through(statement, action).is !== "no") found.set(service, held);
        }
    }
    return found;
}

/**
 * Does it grant nothing but what any workload does beside its business: logs, traces, metrics? A role to which nothing here gives
 * anything, or to which another stack does, may be granted more there.
 */
export function isOnlyTelemetry({ permissions, unread }: Identity): Answer {
    const granting = permissions.grants.filter(({ statement }) => statement.effect !== "Deny");
    const isMore = ({ statement }: Held): boolean =>
        statement.actions.not ||
        actionsNamed(statement).some(
            ({ action }) =>
                (!isHousekeeping(action) || serviceFamily(action) === "kms") &&
                permissions.through(statement, action).is !== "no",
        );
    if (granting.some(isMore) || unread.some(({ elsewhere }) => elsewhere)) return no;
    const open = [...granting.flatMap(({ statement }) => statement.actions.unknown), ...unread];
    return open.length > 0 ? undecided(...open.map(({ place }) => place)) : answer(granting.length > 0);
}

/** How many resources its policies name, which is the most of whatever is asked of these. */
export function resourcesNamed({ held }: Identity): number {
    let named = 0;
    for (const { statement } of held)
        if (statement.effect !== "Deny")
            named += (statement.resources?.patterns.length ?? 0) + (statement.resources?.unknown.length ?? 0);
    return named;
}

/**
 * The data resources that a role may write to, delete from or manage, as its policies name them: a table with its indexes and a
 * bucket with its objects are one. What is not known yet counts by the place where it stands; a lone wildcard as `*`.
 */
export function writtenResources(identity: Identity): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { statement, holder } of identity.held) {
        if (statement.effect === "Deny" || administers(statement).is === "yes") continue;
        const written = actionsNamed(statement).filter(
            ({ action }) => writesData(action) && identity.permissions.through(statement, action).is !== "no",
        );
        if (written.length === 0) continue;
        const families = new Set(written.map(({ action }) => serviceFamily(action)));
        for (const pattern of statement.resources?.patterns ?? []) {
            if (pattern === "*") found.add(pattern);
            else if (families.has(serviceFamily(`${pattern.split(":")[2]}:`))) found.add(folded(pattern));
        }
        for (const { place } of statement.resources?.unknown ?? []) found.add(`${holder.urn} ${place}`);
    }
    return found;
}

/** Receiving a message takes it off the queue when it is done with: that is how a queue is read. Signing in writes nothing. */
function writesData(action: string): boolean {
    const level = accessLevel(action);
    if (level !== "Write" && level !== "Permissions management") return false;
    return (
        isDataService(action) &&
        !/^(?:sqs:(?:ReceiveMessage|DeleteMessage|ChangeMessageVisibility)\w*|rds-db:connect)$/i.test(action)
    );
}

/** The resource itself, of an ARN of something in it. */
function folded(arn: string): string {
    const [, , service = "", , account = "", ...rest] = arn.split(":");
    const resource = rest.join(":");
    const name =
        service === "s3" ? resource.split("/")[0] : resource.replace(/\/(?:index|stream|backup|export)\/.*$/, "");
    return `${service} ${account} ${name}`;
}
