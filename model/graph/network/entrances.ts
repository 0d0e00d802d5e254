import type { NetworkRole } from "../../aws";
import { type Answer, all, any, no, undecided, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import type { Stack } from "../stack";
import { interfacesByGroup, networkInterfaces } from "./interfaces";
import type { NetworkInterface } from "./network-interface";
import { fromWorld, hasPort } from "./openings";
import { type GroupKey, type GroupRule, type SecurityGroup, securityGroups } from "./security-groups";

/** A way to a security group's members from the internet, over rules that name each other's groups. */
export interface Entrance {
    readonly when: Answer;
    /** From the one that the world comes into. */
    readonly groups: readonly SecurityGroup[];
    /** The rule that lets the world in. */
    readonly rule: GroupRule;
}

/** By group, the shortest way in. Of a group without members in the stack, some are taken to run elsewhere. */
export const entrances = fact([securityGroups, networkInterfaces], (stack): ReadonlyMap<GroupKey, Entrance> => {
    const found = new Map<GroupKey, Entrance>();
    const named = grouped(
        [...securityGroups(stack).values()].flatMap((group) =>
            group.rules
                .filter((rule) => rule.direction === "ingress" && hasPort(rule))
                .map((rule) => [{ group, rule }, rule.groups.possible] as const),
        ),
    );
    const queue: Entrance[] = [];
    const enter = (group: SecurityGroup, entrance: Entrance) => {
        const before = found.get(group.key);
        if (entrance.when.is === "no" || before?.when.is === "yes" || before?.when.is === entrance.when.is) return;
        found.set(group.key, entrance);
        queue.push(entrance);
    };
    for (const group of securityGroups(stack).values()) {
        for (const rule of group.rules) {
            if (rule.direction !== "ingress" || !hasPort(rule)) continue;
            const when = all(fromWorld(rule), holdsPublicHosts(stack, group.key));
            enter(group, { when, groups: [group], rule });
        }
    }
    for (let entrance = queue.shift(); entrance; entrance = queue.shift()) {
        const last = entrance.groups.at(-1);
        for (const { group, rule } of named.get(last?.key ?? "") ?? []) {
            if (entrance.groups.includes(group)) continue;
            const isCertain = rule.awaits.length === 0 && rule.groups.certain.includes(last?.key ?? "");
            const isNamed = isCertain ? yes : undecided(...rule.awaits, ...rule.groups.awaits);
            const when = all(entrance.when, isNamed, holdsHosts(stack, group.key));
            enter(group, { ...entrance, when, groups: [...entrance.groups, group] });
        }
    }
    return found;
});

/** Only where code runs does somebody who came in go on. */
function hosts(members: readonly NetworkInterface[]): readonly NetworkInterface[] {
    const role: NetworkRole = "host";
    return members.filter((one) => one.role === role);
}

function holdsHosts(stack: Stack, key: GroupKey): Answer {
    const members = interfacesByGroup(stack).get(key) ?? [];
    return members.length === 0 || hosts(members).length > 0 ? yes : no;
}

function holdsPublicHosts(stack: Stack, key: GroupKey): Answer {
    const members = interfacesByGroup(stack).get(key) ?? [];
    if (members.length === 0) return yes;
    return any(...hosts(members).map(({ publicIpv4, hasIpv6 }) => any(publicIpv4, hasIpv6)));
}

/** How the world comes to the groups from which a rule lets in. */
export function enteredFrom(stack: Stack, { groups, awaits }: GroupRule): Entrance | undefined {
    for (const key of groups.possible) {
        const entrance = entrances(stack).get(key);
        if (!entrance) continue;
        const isCertain = awaits.length === 0 && groups.certain.includes(key);
        return isCertain ? entrance : { ...entrance, when: all(entrance.when, undecided(...awaits, ...groups.awaits)) };
    }
    return undefined;
}

/** May it name a group of which nothing is known? */
export function namesAnyGroup({ groups }: GroupRule): Answer {
    return groups.isAny ? undecided(...groups.awaits) : no;
}

/** In words: `the internet → web → app`. Groups of other stacks have no name here. */
export function waysIn({ groups }: Entrance): string {
    return ["the internet", ...groups.map(({ resource }) => resource?.name ?? "a group of another stack")].join(" → ");
}
