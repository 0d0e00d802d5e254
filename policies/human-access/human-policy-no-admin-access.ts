import { IamGroup, IamGroupPolicy } from "../../model/aws";
import {
    attachesAdministrator,
    type Identity,
    identitiesOf,
    makesAdministrator,
    placeOf,
    unreadOf,
} from "../../model/graph";
import {
    conditionsOn,
    demandsMfa,
    endsWithin,
    managedStatements,
    type Statement,
    statementName,
} from "../../model/iam";
import { undecided, yes } from "../../model/values";
import { cis, cwe, declare, defineStackRule, fsbp, policyOf, ref, type Severity, sas } from "../../pack";

const staff = declare(IamGroup, { name: "staff" });
const group = ref("staff.name");

/**
 * Users and groups only: an administrator's role that people assume for a session, through a federation or with a second factor,
 * is what AWS recommends in place of an administrator with keys, so such a role is no finding here.
 */
export default defineStackRule({
    id: "human-policy-no-admin-access",
    severity: "high",
    frameworks: [fsbp("IAM.1"), cis("5.0", "1.15"), cwe(250), cwe(269), sas(4)],
    title: "No user and no group is a standing administrator.",
    why: "A password or an access key that leaks hands over the whole account, for as long as nobody notices.",
    fix: "List the actions that these people need, and let them assume a role for the rest. (A break-glass user is exempted by name, with its reason.)",
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    ],
    needs: identitiesOf,
    bad: { staff, policy: declare(IamGroupPolicy, { group, policy: policyOf({ Action: "*", Resource: "*" }) }) },
    good: {
        staff,
        policy: declare(IamGroupPolicy, {
            group,
            policy: policyOf({ Action: "sts:AssumeRole", Resource: "arn:aws:iam::111122223333:role/operator" }),
        }),
    },
    *check(stack) {
        for (const identity of identitiesOf(stack)) {
            if (identity.kind !== "user" && identity.kind !== "group") continue;
            for (const held of identity.held) {
                const { statement } = held;
                const severity = weight(identity, [statement], stack.today);
                const message = `${statementName(statement)} makes ${whom(identity)} an administrator`;
                yield { ...placeOf(held), when: makesAdministrator(identity, statement), message, severity };
            }
            for (const attached of identity.attached) {
                const { managed } = attached;
                if (!managed) continue;
                const message = `allows all that ${managed.name} does: it makes ${whom(identity)} an administrator`;
                const severity = weight(identity, managedStatements(managed), stack.today);
                yield { ...placeOf(attached), when: attachesAdministrator(identity, attached), message, severity };
            }
            yield* unreadOf(identity, yes);
            for (const { place, holder, at, elsewhere } of identity.unread) {
                const message = "allows what another stack declares: it is judged there";
                if (elsewhere) yield { resource: holder, at, when: undecided(place), message };
            }
        }
    },
});

function whom({ kind }: Identity): string {
    return kind === "user" ? "a user" : "every user of a group";
}

/** As long as somebody is away, or an incident takes. */
const MONTH = 31;

/** A second factor, an end, a boundary or a denial of changes to policies does not undo an administrator, but counts for something. */
function weight({ permissions }: Identity, granting: readonly Statement[], today: Date | undefined): Severity {
    const statements = permissions.grants.map(({ statement }) => statement);
    const isGuarded = granting.every((statement) => demandsMfa(statement, statements));
    const conditions = granting.map((statement) => conditionsOn(permissions, statement, "iam:CreatePolicyVersion"));
    const isShort = conditions.every((one) => endsWithin(one, MONTH, today));
    return isGuarded || isShort || permissions.allows("iam:CreatePolicyVersion").is === "no" ? "medium" : "high";
}
