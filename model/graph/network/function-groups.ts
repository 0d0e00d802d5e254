import { Ec2VpcEndpoint, LambdaFunction } from "../../aws";
import { EVERY_PORT, EVERY_PROTOCOL } from "../../network";
import { type Answer, no, undecided, yes } from "../../values";
import { fact } from "../fact";
import type { Resource } from "../resource";
import { areAll } from "./group-members";
import { interfacesByGroup } from "./interfaces";
import type { NetworkInterface } from "./network-interface";
import { fromWorld } from "./openings";
import { type GroupRule, type SecurityGroup, securityGroup, securityGroups } from "./security-groups";

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
        return [...interfacesByGroup(stack)].flatMap(([key, members]) => {
            const functions = members.filter(isFunction);
            const first = functions.find(({ groups }) => groups.certain.includes(key)) ?? functions[0];
            if (!first) return [];
            const isCertain = first.groups.certain.includes(key) ? yes : undecided(...first.groups.awaits);
            const isOnlyFunctions = areAll(stack, key, isFunction);
            return [{ group: securityGroup(stack, key), isCertain, member: first.host, isOnlyFunctions }];
        });
    },
);

function isFunction({ host }: NetworkInterface): boolean {
    return host.type === LambdaFunction.token;
}

/** Does a rule let everything out to anywhere? */
export function letsAllOut(rule: GroupRule): Answer {
    const { protocols, ports } = rule;
    const isAll = protocols.from <= 6 && 6 <= protocols.to && ports.from <= 1 && ports.to >= EVERY_PORT.to;
    const isEvery = protocols.from === EVERY_PROTOCOL.from && protocols.to === EVERY_PROTOCOL.to;
    return rule.direction === "egress" && (isAll || isEvery) ? fromWorld(rule) : no;
}
