import { Ec2VpcEndpoint, LambdaFunction } from "../../aws";
import { EVERY_PORT, EVERY_PROTOCOL } from "../../network";
import { type Answer, no, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { interfacesByGroup, networkInterfaces } from "./interfaces";
import { fromWorld } from "./openings";
import {
    type GroupRule,
    groupsAt,
    ruleTypes,
    type SecurityGroup,
    securityGroup,
    securityGroups,
} from "./security-groups";

/** A security group that functions have. */
export interface FunctionGroup {
    readonly group: SecurityGroup;
    readonly isCertain: Answer;
    /** One of them. */
    readonly member: Resource;
    /** Nothing else has it, as far as the stack tells. */
    readonly isOnlyFunctions: Answer;
}

export const functionGroups = fact(
    [LambdaFunction, securityGroups, interfacesByGroup, Ec2VpcEndpoint],
    (stack): readonly FunctionGroup[] => {
        const others = stack.once(usedOtherwise, usedOtherwise);
        const strays = networkInterfaces(stack).flatMap(({ groups }) => (groups.isAny ? groups.awaits : []));
        return [...interfacesByGroup(stack)].flatMap(([key, members]) => {
            const functions = members.filter(({ host }) => host.type === LambdaFunction.token);
            const first = functions.find(({ groups }) => groups.certain.includes(key)) ?? functions[0];
            if (!first) return [];
            const isCertain = first.groups.certain.includes(key) ? yes : undecided(...first.groups.awaits);
            const isShared = functions.length < members.length || others.has(key);
            const isOnlyFunctions = isShared ? no : strays.length > 0 ? undecided(...strays) : yes;
            return [{ group: securityGroup(stack, key), isCertain, member: first.host, isOnlyFunctions }];
        });
    },
);

/** Groups that go into resources of which the network here knows nothing: endpoints, clusters, jobs. */
function usedOtherwise(stack: Stack): ReadonlySet<string> {
    const known = new Set([LambdaFunction, ...ruleTypes].map(({ token }) => token));
    const keys = new Map([...securityGroups(stack).values()].map(({ resource, key }) => [resource, key] as const));
    const found = new Set<string>();
    for (const one of stack.resources) {
        if (known.has(one.type)) continue;
        for (const sources of Object.values(one.propertyDependencies))
            for (const source of sources) {
                const key = keys.get(source);
                if (key !== undefined) found.add(key);
            }
    }
    for (const endpoint of stack.ofType(Ec2VpcEndpoint)) {
        const at = endpoint.root.get("securityGroupIds") as Value;
        for (const key of groupsAt(stack, endpoint, at).possible) found.add(key);
    }
    return found;
}

/** Does a rule let everything out to anywhere? */
export function letsAllOut(rule: GroupRule): Answer {
    const { protocols, ports } = rule;
    const isAll = protocols.from <= 6 && 6 <= protocols.to && ports.from <= 1 && ports.to >= EVERY_PORT.to;
    const isEvery = protocols.from === EVERY_PROTOCOL.from && protocols.to === EVERY_PROTOCOL.to;
    return rule.direction === "egress" && (isAll || isEvery) ? fromWorld(rule) : no;
}
