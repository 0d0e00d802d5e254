import { isDatabaseProxy } from "../../aws";
import { type Answer, undecided, yes } from "../../values";
import { fact } from "../fact";
import type { Stack } from "../stack";
import { areAll } from "./group-members";
import { interfacesByGroup } from "./interfaces";
import type { NetworkInterface } from "./network-interface";
import { opened } from "./openings";
import { type GroupRule, type NamedGroups, type SecurityGroup, securityGroup, securityGroups } from "./security-groups";

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
        const stores = members.filter(isStore);
        const store = stores.find(({ groups }) => groups.certain.includes(key)) ?? stores[0];
        if (!store) return [];
        const isCertain = store.groups.certain.includes(key) ? yes : undecided(...store.groups.awaits);
        const ports = [...new Set(stores.flatMap(({ ports: own }) => own ?? []))];
        return [{ group: securityGroup(stack, key), store, ports, isCertain }];
    }),
);

function isStore({ role, host }: NetworkInterface): boolean {
    return role === "store" || isDatabaseProxy(host);
}

/** Does a rule open stores, and stands nothing else behind it? Nobody has a shell there. */
export function isOfStoresAlone(stack: Stack, rule: GroupRule, owners: NamedGroups): boolean {
    const byKey = stack.once(isOfStoresAlone, () => new Map(storeGroups(stack).map((one) => [one.group.key, one])));
    return (
        owners.certain.length > 0 &&
        owners.possible.every((key) => {
            const { ports = [], isCertain } = byKey.get(key) ?? {};
            return (
                isCertain?.is === "yes" && opened(rule, ports).length > 0 && areAll(stack, key, isStore).is === "yes"
            );
        })
    );
}

export const storeRules = fact([storeGroups], (stack): readonly StoreRule[] =>
    storeGroups(stack).flatMap((one) =>
        one.group.rules
            .filter((rule) => rule.direction === "ingress" && opened(rule, one.ports).length > 0)
            .map((rule) => ({ ...one, rule })),
    ),
);
