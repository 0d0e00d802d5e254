import { functionHook, LambdaPermission } from "../../aws";
import { type Answer, absent, all, undecided, yes } from "../../values";
import { fact } from "../fact";
import { functionOf } from "../invocation/functions";
import { possible } from "../link";
import type { Resource } from "../resource";
import { hungPolicies } from "./hung-policies";

export const functionPolicies = hungPolicies(functionHook);

/** A permission of a function whose whole policy the program gives besides: applied last, that has no place for it. */
export interface ReplacedPermission {
    readonly permission: Resource;
    readonly when: Answer;
}

export const replacedPermissions = fact(
    [functionPolicies, LambdaPermission],
    (stack): readonly ReplacedPermission[] => {
        const whole = functionPolicies(stack).map(({ resource }) => {
            const link = functionOf(stack, resource, resource.root.get("resourceArn"));
            return { resource, link };
        });
        if (whole.length === 0) return [];
        return stack.ofType(LambdaPermission).flatMap((permission) => {
            const link = functionOf(stack, permission, permission.inputs.function);
            const same = whole.filter((one) => possible(one.link).some((each) => possible(link).includes(each)));
            const [first] = same;
            if (!first) return [];
            const isSettled = link.kind === "found" && first.link.kind === "found";
            const settled = isSettled ? yes : undecided(permission.inputs.function.place);
            return [{ permission, when: all(absent(permission.inputs.qualifier), settled) }];
        });
    },
);
