import { actionsOf, administers, managedStatements, type Statement } from "../iam";
import { type Answer, answer, any, no } from "../values";
import type { AttachedArn, Identity } from "./identities";

/** Does the statement make an administrator, with anything of it left after the identity's denials and within its boundary? */
export function administersInEffect(identity: Identity, statement: Statement): Answer {
    const administering = administers(statement);
    return administering.is === "no" || isLeft(identity, statement) ? administering : no;
}

/** The same of an attached policy of AWS's. */
export function attachedAdministers(identity: Identity, { managed }: AttachedArn): Answer {
    if (managed?.breadth !== "admin") return no;
    return answer(managedStatements(managed).some((statement) => isLeft(identity, statement)));
}

/** Does any of its policies make the identity an administrator? */
export function isAdministrator(identity: Identity): Answer {
    return any(
        ...identity.held.map(({ statement }) => administersInEffect(identity, statement)),
        ...identity.attached.map((attached) => attachedAdministers(identity, attached)),
        ...identity.groups.map(isAdministrator),
    );
}

/** Only a denial, or a boundary, that covers every action takes all of it; the first that is left settles it. */
function isLeft({ permissions, boundary }: Identity, statement: Statement): boolean {
    const isHeld = boundary.kind === "read" || permissions.grants.some((one) => one.statement.effect === "Deny");
    return !isHeld || actionsOf(statement).some((action) => permissions.leaves(statement, action).is !== "no");
}
