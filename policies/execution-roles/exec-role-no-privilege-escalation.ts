import {
    closing,
    type Hand,
    handOf,
    type Identity,
    identitiesOf,
    isJudgedBy,
    type OpenPath,
    openPaths,
    placeOf,
    titleOf,
    unreadOf,
    wayUp,
} from "../../model/graph";
import { listed } from "../../model/iam";
import { all } from "../../model/values";
import { atMost, cwe, defineStackRule, functionAllowed, type Severity, sas } from "../../pack";

const run = { Action: ["lambda:CreateFunction", "lambda:InvokeFunction"], Resource: "*" };

/**
 * Policies are judged together, less denials and within the boundary. A named target is judged where it is declared in this stack;
 * conditions on tags and on a service's own keys are given credit, since no program shows what they match. What a path weighs, it
 * weighs by who can make the identity act.
 */
export default defineStackRule({
    id: "exec-role-no-privilege-escalation",
    severity: "critical",
    frameworks: [cwe(269), sas(4)],
    title: "No role, user or group can give itself more than it is given.",
    why: "Whoever takes over its code or its credentials takes the way up: what it may do in the end is not what its policies say.",
    fix: "Drop the action that opens the way, or name what it is for.",
    sources: [
        "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/",
        "https://pathfinding.cloud/paths/",
    ],
    needs: identitiesOf,
    bad: functionAllowed(run, { Action: "iam:PassRole", Resource: "*" }),
    good: functionAllowed(run, { Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/report-task" }),
    *check(stack) {
        for (const identity of identitiesOf(stack)) {
            const judged = isJudgedBy(identity, "escalation");
            if (judged.is === "no") continue;
            const open = openPaths(stack, identity).filter((one) => !isMeant(identity, one));
            const [worst, ...others] = open.toSorted((a, b) => rank(a) - rank(b));
            if (worst) {
                const { holder: resource, at, ways } = worst;
                const [deciding] = ways;
                const when = all(judged, worst.when);
                const hand = handOf(stack, identity, worst);
                const held = identity.boundary.kind === "unread" ? HELD : "";
                const message = `allows a way up: ${wayUp(worst)}${BY_WHOM[hand]}${further(others)}${held}`;
                const fix = closing(stack, identity, worst);
                const severity = weight(identity, worst, hand);
                const place = deciding ? placeOf(deciding.grant) : { resource, at };
                yield { ...place, when, message, fix, severity };
            }
            yield* unreadOf(identity, judged);
        }
    },
});

const HELD = " A permissions boundary that is declared elsewhere may hold it back.";

/** Every target, or a stronger one by name, first; names of one beginning last; keys give data and no permissions. */
function rank({ reach, path, when }: OpenPath): number {
    const isLesser = path.target.kind === "key" || path.provided !== undefined;
    return (when.is === "yes" ? 0 : 4) + (reach === "family" ? 2 : 0) + (isLesser ? 1 : 0);
}

/** What a path weighs at most, by who can make the identity act. */
const HEAVIEST: Readonly<Record<Hand, Severity>> = {
    anyone: "critical",
    others: "critical",
    nobody: "high",
    "person with a second factor": "medium",
    service: "low",
};

/** Users are meant to assume the roles that they are named for; who may assume any is told, and roles say who needs a second factor. */
function isMeant(identity: Identity, { path, ways }: OpenPath): boolean {
    return isOfUsers(identity, path) && ways.every(({ extent }) => extent === "named");
}

function isOfUsers({ kind }: Identity, { target }: OpenPath["path"]): boolean {
    return target.kind === "assumable-role" && (kind === "user" || kind === "group");
}

function weight(identity: Identity, { reach, path }: OpenPath, hand: Hand): Severity {
    if (reach === "family" || path.provided !== undefined || isOfUsers(identity, path))
        return atMost(HEAVIEST[hand], "medium");
    return atMost(HEAVIEST[hand], path.target.kind === "key" ? "high" : "critical");
}

function further(others: readonly OpenPath[]): string {
    return others.length === 0 ? "" : ` Also open: ${listed(others.map(titleOf))}.`;
}

const BY_WHOM: Readonly<Record<Hand, string>> = {
    anyone: " Anyone on the internet can make it act.",
    service: " Only a service of AWS acts under it, and makes the calls that its configuration names.",
    "person with a second factor": " A second factor guards it.",
    nobody: "",
    others: "",
};
