import { meantBy } from "../../iam";
import type { Answer } from "../../values";
import { all, any, not, undecided } from "../../values";
import { busPolicies } from "../data/bus-policies";
import { dataPolicies } from "../data/data-policies";
import { functionPolicies } from "../data/function-policies";
import { bucketPolicies, type HungPolicy, queuePolicies, secretPolicies, topicPolicies } from "../data/hung-policies";
import type { Stack } from "../stack";
import type { ReachStep } from "./step";

/** What lets anyone in by a policy of its own. */
export function policySteps(stack: Stack): readonly ReachStep[] {
    return stack.once(policySteps, () => [
        ...[bucketPolicies, queuePolicies, topicPolicies, secretPolicies, functionPolicies, busPolicies].flatMap(
            (policies) => policies(stack).flatMap((hung) => open(stack, hung)),
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
                isEntered: true,
            },
        ];
    });
}
