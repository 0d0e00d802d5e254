/**
 * Services ask for more than the reference says: `logs:DescribeLogGroups` for a log group without a name, `states:SendTaskSuccess` for the state
 * machine of the token, `events:ListRules` for `rule/*`.
 * https://github.com/hashicorp/terraform-provider-aws/issues/8804, https://github.com/aws/aws-cdk/pull/8486
 */
import { isWildcard, namesAction, Permissions, type Statement, serviceOf } from "../../iam";

/**
 * Does an Allow statement name the action on what the reference does not have it work on, and the service may ask for all the same? Where it is
 * told what is asked for, only what is no ARN, and stands for one, may be that.
 */
export function isBeside(statement: Statement, action: string, isTold = false): boolean {
    if (statement.effect !== "Allow" || namesAction(statement, action).is === "no") return false;
    const service = serviceOf(action) ?? "";
    const patterns = statement.resources?.patterns ?? [];
    const mayBe = patterns.some((one) => isStandIn(one) || (!isTold && mayBeOf(service, one)));
    return mayBe && new Permissions([{ statement }]).through(statement, action).is === "no";
}

/** What is no ARN stands for one that is known elsewhere. */
function isStandIn(pattern: string): boolean {
    return !/^(?:arn:|[*?])/.test(pattern);
}

/** May an ARN that the pattern matches be of the service? Some begin as the actions do: `redshift-data` works on those of `redshift`. */
function mayBeOf(service: string, pattern: string): boolean {
    const [, , own] = pattern.split(":");
    return own === undefined || isWildcard(own) || service.startsWith(own) || own.startsWith(service);
}
