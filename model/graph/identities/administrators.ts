import { administers, managedStatements, type Statement } from "../../iam";
import { type Answer, all, any, no } from "../../values";
import type { AttachedArn, Identity } from "./identities";

/**
 * Does the statement make an administrator of its identity? Not where denials or the boundary leave nothing of it; where they leave
 * something, it is one change away from all.
 */
export function makesAdministrator({ permissions }: Identity, statement: Statement): Answer {
    const wide = administers(statement);
    return wide.is === "no" ? no : all(wide, permissions.leavesAnything(statement));
}

/** Does the attached policy, if it is one of AWS's? */
export function attachesAdministrator({ permissions }: Identity, { managed }: AttachedArn): Answer {
    if (managed?.breadth !== "admin") return no;
    return any(...managedStatements(managed).map((statement) => permissions.leavesAnything(statement)));
}

/** Does any of its policies, or of its groups', make the identity an administrator? */
export function isAdministrator(identity: Identity): Answer {
    return any(
        ...identity.held.map(({ statement }) => makesAdministrator(identity, statement)),
        ...identity.attached.map((attached) => attachesAdministrator(identity, attached)),
        ...identity.groups.map(isAdministrator),
    );
}
