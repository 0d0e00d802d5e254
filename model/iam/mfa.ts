import { opposite } from "./condition";
import type { Statement } from "./statement";
import { onSecondFactor } from "./trust";

/**
 * Does what these statements allow hold only for those who signed in with a second factor? Either the grant demands it, or a
 * denial refuses all others, as AWS's own example does.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html
 */
export function demandsMfa({ conditions }: Statement, others: readonly Statement[]): boolean {
    return conditions.some((one) => onSecondFactor(one, conditions)) || others.some(refusesOthers);
}

/** A denial of nearly everything to whoever has no second factor; with further conditions it holds for fewer than those. */
function refusesOthers({ effect, actions, resources, conditions }: Statement): boolean {
    const [only, ...more] = conditions;
    if (effect !== "Deny" || !only || more.length > 0) return false;
    const isWide = actions.not || actions.patterns.includes("*");
    // An access key's request does not have the key: what it escapes demands nothing.
    const escaped = opposite(only);
    return (
        isWide &&
        (resources?.patterns.includes("*") ?? false) &&
        escaped !== undefined &&
        onSecondFactor(escaped, [escaped])
    );
}
