import { demandsOn, parseOperator } from "./condition";
import type { Condition, Statement } from "./statement";

/**
 * Does what these statements allow hold only for those who signed in with a second factor? Either the grant demands it, or a
 * denial refuses all others, as AWS's own example does.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html
 */
export function demandsMfa(grant: Statement, others: readonly Statement[]): boolean {
    const demanded = demandsOn(grant, "aws:multifactorauthpresent", "aws:multifactorauthage");
    return demanded.some(isFactorPresent) || others.some(refusesOthers);
}

function isFactorPresent({ key, values }: Condition): boolean {
    return key === "aws:multifactorauthage" || (values.length > 0 && values.every(isTrue));
}

/** A denial of nearly everything to whoever has no second factor; with further conditions it holds for fewer than those. */
function refusesOthers({ effect, actions, resources, conditions }: Statement): boolean {
    const [only, ...more] = conditions;
    if (effect !== "Deny" || !only || more.length > 0 || only.key !== "aws:multifactorauthpresent") return false;
    const isWide = actions.not || actions.patterns.includes("*");
    const operator = parseOperator(only.operator);
    // An access key's request does not have the key, and only with IfExists is that the same as false.
    const isAbsent = operator?.base === "bool" && operator.ifExists && only.values.every((value) => !isTrue(value));
    return isWide && (resources?.patterns.includes("*") ?? false) && only.values.length > 0 && isAbsent;
}

function isTrue(value: string): boolean {
    return value.toLowerCase() === "true";
}
