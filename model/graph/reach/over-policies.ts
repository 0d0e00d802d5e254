import { accessLevel, actionsNamed, isEverything, meantBy, type Statement } from "../../iam";
import type { Answer } from "../../values";
import { all, any, not, undecided } from "../../values";
import { busPolicies } from "../data/bus-policies";
import { dataPolicies } from "../data/data-policies";
import { functionPolicies } from "../data/function-policies";
import { type HungPolicy, queuePolicies, secretPolicies, topicPolicies } from "../data/hung-policies";
import { bucketDoors } from "../data/public-buckets";
import type { Stack } from "../stack";
import type { ReachStep } from "./step";

/** What lets anyone in by a policy of its own. */
export function policySteps(stack: Stack): readonly ReachStep[] {
    return stack.once(policySteps, () => [
        ...bucketDoors(stack).flatMap(({ hung, isBarred }) => open(stack, hung, not(isBarred))),
        ...[queuePolicies, topicPolicies, secretPolicies, functionPolicies, busPolicies].flatMap((policies) =>
            policies(stack).flatMap((hung) => open(stack, hung)),
        ),
        ...dataPolicies(stack).flatMap(({ hung, mayBeOpen }) => open(stack, hung, not(mayBeOpen))),
    ]);
}

function open(stack: Stack, hung: HungPolicy, where?: Answer): readonly ReachStep[] {
    const { holder, given } = hung;
    if (!holder) return [];
    return given.flatMap(({ resource, at }) => {
        const { meant, unknown } = meantBy(at, stack.today);
        const world = meant.filter(({ whom }) => whom === "world" || whom === "aws");
        const hidden = unknown.map((place) => undecided(place));
        const when = all(any(...world.map((one) => one.when), ...hidden), ...(where ? [where] : []));
        if (when.is === "no") return [];
        return [
            {
                from: "internet" as const,
                to: holder,
                over: "permission" as const,
                says: "is let in by its own policy",
                openedBy: [{ resource, path: at.path }],
                closes: "Name principals, or bound the caller by a condition.",
                when,
                isEntered: hidden.length > 0 || world.some(({ statement }) => changes(statement)),
            },
        ];
    });
}

/** Of what is only read nothing starts. Of a statement that says what it does not let through, the rest does. */
function changes(statement: Statement): boolean {
    const { actions } = statement;
    if (actions.not || actions.unknown.length > 0 || actions.patterns.some(isEverything)) return true;
    const levels = actionsNamed(statement).map(({ action }) => accessLevel(action));
    return levels.length === 0 || levels.some((level) => level !== "Read" && level !== "List");
}
