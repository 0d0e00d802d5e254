import {
    ALL_TRAFFIC,
    atMost,
    type Bounds,
    cidrsOf,
    covers,
    EVERYWHERE,
    eitherOf,
    exactly,
    openingsOf,
    overlaps,
    packets,
    type Span,
    traffic,
} from "../../network";
import { type Answer, any, no, undecided, yes } from "../../values";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { everyAddress, idOf } from "./ends";
import type { KnownAddresses } from "./known-addresses";
import type { NetworkInterface } from "./network-interface";
import { Numbering } from "./numbering";
import { type GroupKey, type GroupRule, type NamedGroups, type SecurityGroup, securityGroup } from "./security-groups";

/** What opens a step: a rule of a security group, a listener, an address. */
export interface Opener {
    readonly resource: Resource;
    /** The property path; empty for the resource as a whole. */
    readonly path: string;
}

/** What the groups of an interface let in from, or out to, addresses. */
export function admitted(stack: Stack, one: NetworkInterface, direction: "ingress" | "egress"): Bounds {
    if (one.isUnfiltered) return exactly(ALL_TRAFFIC);
    const memo = stack.once(admitted, () => ({
        ingress: new Map<GroupKey, Bounds>(),
        egress: new Map<GroupKey, Bounds>(),
    }));
    const ofGroup = (key: GroupKey): Bounds => {
        const found = memo[direction].get(key) ?? byAddresses(securityGroup(stack, key), direction);
        memo[direction].set(key, found);
        return found;
    };
    return overGroups(one, ofGroup);
}

/** What any of an interface's groups gives; of one that it only may have, at most. */
function overGroups({ groups }: NetworkInterface, ofGroup: (key: GroupKey) => Bounds): Bounds {
    const parts = groups.possible.map((key) => {
        const own = ofGroup(key);
        return groups.certain.includes(key) ? own : atMost(own.possible, ...groups.awaits, ...own.awaits);
    });
    if (groups.isAny) parts.push(atMost(ALL_TRAFFIC, ...groups.awaits));
    return eitherOf(...parts);
}

function byAddresses(group: SecurityGroup, direction: "ingress" | "egress"): Bounds {
    const parts: Bounds[] = group.rules
        .filter((rule) => rule.direction === direction)
        .map(({ protocols, ports, awaits, addresses: ends }) => {
            const most = packets(protocols, ports, ends.possible);
            if (awaits.length === 0 && ends.certain === ends.possible) return exactly(most);
            const certain = awaits.length === 0 ? packets(protocols, ports, ends.certain) : traffic.empty;
            return { certain, possible: most, awaits: [...awaits, ...ends.awaits] };
        });
    if (group.isElsewhere) parts.push(atMost(ALL_TRAFFIC, `${group.key} (a security group of another stack)`));
    if (group.isDefault && direction === "egress") parts.push(exactly(ALL_TRAFFIC));
    return eitherOf(...parts);
}

/** What the rules of an interface's groups let through from, or to, another inside the network. */
export function betweenGroups(
    stack: Stack,
    own: NetworkInterface,
    other: NetworkInterface,
    ends: KnownAddresses,
    direction: "ingress" | "egress",
): Bounds {
    if (own.isUnfiltered) return exactly(ALL_TRAFFIC);
    const memo = stack.once(betweenGroups, () => ({
        ingress: new Map<number, Map<number, Bounds>>(),
        egress: new Map<number, Map<number, Bounds>>(),
    }))[direction];
    const groups = numberOfGroups(stack, own);
    const known = memo.get(groups) ?? new Map<number, Bounds>();
    memo.set(groups, known);
    const id = numberOfNamed(stack, own, other) * 2 ** 24 + idOf(ends);
    const found = known.get(id) ?? overGroups(own, (key) => ofRules(securityGroup(stack, key), other, ends, direction));
    known.set(id, found);
    return found;
}

/** A number for those of another's groups that rules of one's own name: to the rules all others are the same. */
export function numberOfNamed(stack: Stack, own: NetworkInterface, other: NetworkInterface): number {
    const memo = stack.once(numberOfNamed, () => ({
        named: new Map<number, ReadonlySet<GroupKey> | undefined>(),
        numbers: new Map<number, Map<number, number>>(),
        byText: new Map<string, number>(),
    }));
    const [groups, others] = [numberOfGroups(stack, own), numberOfGroups(stack, other)];
    const numbers = memo.numbers.get(groups) ?? new Map<number, number>();
    memo.numbers.set(groups, numbers);
    const known = numbers.get(others);
    if (known !== undefined) return known;
    if (!memo.named.has(groups)) memo.named.set(groups, namedBy(stack, own));
    const named = memo.named.get(groups);
    const isAsked = !named || !isKnown(other.groups);
    const text = isAsked ? `${others}` : `named: ${other.groups.certain.filter((key) => named.has(key))}`;
    const found = memo.byText.get(text) ?? memo.byText.size;
    memo.byText.set(text, found);
    numbers.set(others, found);
    return found;
}

function isKnown({ certain, possible, isAny, awaits }: NamedGroups): boolean {
    return !isAny && certain.length === possible.length && awaits.length === 0;
}

/** What its groups let out, as a text: the same for groups whose rules are the same. */
export function letOut(stack: Stack, one: NetworkInterface): string {
    const all = one.groups.possible.map((key) => securityGroup(stack, key));
    const rules = all.flatMap((group) => group.rules.filter(({ direction }) => direction === "egress"));
    const isTold = isKnown(one.groups) && all.every(({ isElsewhere }) => !isElsewhere);
    if (!isTold || rules.some((rule) => rule.awaits.length > 0 || !isKnown(rule.groups) || !isExact(rule.addresses)))
        return `${numberOfGroups(stack, one)}`;
    const texts = rules.map(({ protocols, ports, addresses: ends, groups }) =>
        [protocols.from, protocols.to, ports.from, ports.to, cidrsOf(ends.possible), groups.certain].join(" "),
    );
    return [...new Set([...(all.some(({ isDefault }) => isDefault) ? ["all"] : []), ...texts])].sort().join();
}

function isExact({ certain, possible }: KnownAddresses): boolean {
    return certain === possible;
}

/** The groups that rules of an interface's groups name; undefined where that may be any. */
function namedBy(stack: Stack, { groups }: NetworkInterface): ReadonlySet<GroupKey> | undefined {
    const all = groups.possible.map((key) => securityGroup(stack, key));
    const rules = all.flatMap((group) => group.rules);
    if (rules.some((rule) => rule.groups.isAny)) return undefined;
    const own = all.filter(({ isDefault }) => isDefault).map(({ key }) => key);
    return new Set([...own, ...rules.flatMap((rule) => rule.groups.possible)]);
}

/** A number for the groups of an interface. */
export function numberOfGroups(stack: Stack, { groups }: NetworkInterface): number {
    return stack
        .once(
            numberOfGroups,
            () =>
                new Numbering<NamedGroups>(
                    ({ certain, possible, isAny, awaits }) =>
                        `${certain.join(",")}|${possible.join(",")}|${isAny}|${awaits.join()}`,
                ),
        )
        .of(groups);
}

function ofRules(
    group: SecurityGroup,
    other: NetworkInterface,
    ends: KnownAddresses,
    direction: "ingress" | "egress",
): Bounds {
    const parts: Bounds[] = [];
    for (const rule of group.rules) {
        if (rule.direction !== direction) continue;
        const answer = any(fitsGroups(rule, other), fitsAddresses(rule, ends));
        if (answer.is === "no") continue;
        const set = packets(rule.protocols, rule.ports, EVERYWHERE);
        parts.push(
            answer.is === "yes" && rule.awaits.length === 0
                ? exactly(set)
                : atMost(set, ...rule.awaits, ...(answer.is === "undecided" ? answer.awaits : [])),
        );
    }
    if (group.isElsewhere) parts.push(atMost(ALL_TRAFFIC, `${group.key} (a security group of another stack)`));
    if (group.isDefault && (direction === "egress" || other.groups.certain.includes(group.key)))
        parts.push(exactly(ALL_TRAFFIC));
    else if (group.isDefault && other.groups.possible.includes(group.key))
        parts.push(atMost(ALL_TRAFFIC, ...other.groups.awaits));
    return eitherOf(...parts);
}

function fitsGroups({ groups }: GroupRule, { groups: others }: NetworkInterface): Answer {
    if (groups.certain.some((key) => others.certain.includes(key))) return yes;
    const mayBe =
        groups.possible.some((key) => others.possible.includes(key)) ||
        groups.isAny ||
        (others.isAny && groups.possible.length > 0);
    return mayBe ? { is: "undecided", awaits: [...groups.awaits, ...others.awaits] } : no;
}

/** Is the other end, somewhere in these addresses, among the rule's? */
function fitsAddresses({ addresses: rule, at }: GroupRule, ends: KnownAddresses): Answer {
    if (covers(rule.certain, ends.possible)) return yes;
    if (!overlaps(rule.possible, ends.possible)) return no;
    const awaits = [...rule.awaits, ...ends.awaits];
    return undecided(...(awaits.length > 0 ? awaits : [`${at.place} (some of the addresses that AWS may choose)`]));
}

/** The rules that let such packets of one interface in at another. */
export function openersFor(
    stack: Stack,
    from: NetworkInterface,
    to: NetworkInterface,
    through: Bounds,
): readonly Opener[] {
    const ends = everyAddress(from);
    return openers(
        stack,
        to,
        (rule) => any(fitsGroups(rule, from), ...ends.map((one) => fitsAddresses(rule, one))).is !== "no",
        through,
    );
}

/** The rules that let some of such packets to an interface: one for another port opens another way. */
export function openers(
    stack: Stack,
    { groups }: NetworkInterface,
    lets: (rule: GroupRule) => boolean,
    through: Bounds,
): readonly Opener[] {
    const open = openingsOf(through.possible);
    const carries = ({ protocols, ports }: GroupRule) =>
        open.some((one) => meets(one.protocols, protocols) && meets(one.ports, ports));
    return groups.possible.flatMap((key) =>
        securityGroup(stack, key)
            .rules.filter((rule) => rule.direction === "ingress" && carries(rule) && lets(rule))
            .map(({ resource, at }) => ({ resource, path: at.path })),
    );
}

function meets(one: Span, other: Span): boolean {
    return one.from <= other.to && other.from <= one.to;
}
