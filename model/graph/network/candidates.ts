import { overlaps, takesIn } from "../../network";
import { grouped } from "../grouped";
import type { Stack } from "../stack";
import { kindOf } from "./crossing";
import { everyAddress, idOf } from "./ends";
import { interfacesByGroup, networkInterfaces } from "./interfaces";
import type { KnownAddresses } from "./known-addresses";
import type { NetworkInterface } from "./network-interface";
import { type GroupRule, type SecurityGroup, securityGroup } from "./security-groups";

/** Those whose groups let anything in from where this one is; only for these the rest is worked out. */
export function candidates(stack: Stack, from: NetworkInterface): Iterable<NetworkInterface> {
    return stack.onceFor(candidates, kindOf(stack, from), () => letIn(stack, from));
}

function letIn(stack: Stack, from: NetworkInterface): Iterable<NetworkInterface> {
    const byGroup = interfacesByGroup(stack);
    const index = stack.once(letIn, doorsBySource);
    const doors = new Set<Door>(index.anySource);
    for (const key of from.groups.possible) for (const door of index.bySource.get(key) ?? []) doors.add(door);
    for (const ends of everyAddress(from)) for (const door of index.overlapping(ends)) doors.add(door);
    if (from.groups.isAny) for (const all of index.bySource.values()) for (const door of all) doors.add(door);
    const found = new Set<NetworkInterface>(index.unfiltered);
    for (const key of from.groups.possible) for (const one of byGroup.get(key) ?? []) found.add(one);
    for (const { interfaces } of doors) for (const one of interfaces) found.add(one);
    return found;
}

/** The interfaces of one group that answer on the same ports, and what it lets in to these. */
interface Door {
    readonly group: SecurityGroup;
    readonly interfaces: readonly NetworkInterface[];
    readonly rules: readonly GroupRule[];
}

function doorsBySource(stack: Stack) {
    const doors = allDoors(stack);
    const memo = new Map<number, readonly Door[]>();
    return {
        bySource: grouped(
            doors.map((door) => [door, [...new Set(door.rules.flatMap(({ groups }) => groups.possible))]] as const),
        ),
        anySource: doors.filter(({ group, rules }) => group.isElsewhere || rules.some(({ groups }) => groups.isAny)),
        unfiltered: networkInterfaces(stack).filter((one) => one.isUnfiltered || one.groups.isAny),
        overlapping: (ends: KnownAddresses): readonly Door[] => {
            const id = idOf(ends);
            const found =
                memo.get(id) ??
                doors.filter(({ rules }) => rules.some((rule) => overlaps(rule.addresses.possible, ends.possible)));
            memo.set(id, found);
            return found;
        },
    };
}

function allDoors(stack: Stack): readonly Door[] {
    return [...interfacesByGroup(stack)].flatMap(([key, all]) => {
        const group = securityGroup(stack, key);
        const inbound = group.rules.filter(({ direction }) => direction === "ingress");
        return [...grouped(all.map((one) => [one, [one.ports?.join() ?? ""]] as const)).values()].map((interfaces) => {
            const ports = interfaces[0]?.ports;
            const rules = ports ? inbound.filter((rule) => ports.some((port) => takesIn(rule.ports, port))) : inbound;
            return { group, interfaces, rules };
        });
    });
}
