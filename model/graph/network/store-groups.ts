import { isDatabaseProxy } from "../../aws";
import { type Answer, undecided, yes } from "../../values";
import { fact } from "../fact";
import { interfacesByGroup } from "./interfaces";
import type { NetworkInterface } from "./network-interface";
import { opened } from "./openings";
import { type GroupRule, type SecurityGroup, securityGroup, securityGroups } from "./security-groups";

/** A security group that a store has, or may have, with the ports on which that answers. */
export interface StoreGroup {
    readonly group: SecurityGroup;
    readonly store: NetworkInterface;
    readonly ports: readonly number[];
    readonly isCertain: Answer;
}

/** A rule that lets in on such a port. */
export interface StoreRule extends StoreGroup {
    readonly rule: GroupRule;
}

/** Every group of a store, once. */
export const storeGroups = fact([securityGroups, interfacesByGroup], (stack): readonly StoreGroup[] =>
    [...interfacesByGroup(stack)].flatMap(([key, members]) => {
        const stores = members.filter(({ role, host }) => role === "store" || isDatabaseProxy(host));
        const store = stores.find(({ groups }) => groups.certain.includes(key)) ?? stores[0];
        if (!store) return [];
        const isCertain = store.groups.certain.includes(key) ? yes : undecided(...store.groups.awaits);
        const ports = [...new Set(stores.flatMap(({ ports: own }) => own ?? []))];
        return [{ group: securityGroup(stack, key), store, ports, isCertain }];
    }),
);

export const storeRules = fact([storeGroups], (stack): readonly StoreRule[] =>
    storeGroups(stack).flatMap((one) =>
        one.group.rules
            .filter((rule) => rule.direction === "ingress" && opened(rule, one.ports).length > 0)
            .map((rule) => ({ ...one, rule })),
    ),
);
