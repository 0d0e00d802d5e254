import {
    Ec2DefaultSecurityGroup,
    Ec2DefaultVpc,
    Ec2SecurityGroup,
    Ec2SecurityGroupRule,
    Ec2Subnet,
    Ec2Vpc,
    SecurityGroupIngressRule,
    VpcSecurityGroupEgressRule,
} from "../../aws";
import { type Answer, any, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { possible } from "../link";
import { inputOf, type Resource, sourcesOf } from "../resource";
import type { Stack } from "../stack";
import { fromWorld } from "./openings";
import { type GroupRule, groupRules } from "./security-groups";

/** Where the default security group of a VPC is opened or used. */
export interface DefaultGroup {
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
    /** By the rules that it is adopted with, by a rule of its own, or by what is put into it. */
    readonly how: "rules" | "rule" | "use";
    /** Of rules, one of them: that which lets the world through, where one does. */
    readonly rule?: GroupRule;
}

const VPCS = [Ec2Vpc, Ec2DefaultVpc];
/** What a default group belongs to, and itself. */
const OWNERS = new Set([Ec2DefaultSecurityGroup, ...VPCS].map(({ token }) => token));
const RULES = new Set(
    [Ec2SecurityGroup, Ec2SecurityGroupRule, SecurityGroupIngressRule, VpcSecurityGroupEgressRule].map(
        ({ token }) => token,
    ),
);

export const defaultGroups = fact([Ec2DefaultSecurityGroup, ...VPCS], (stack): readonly DefaultGroup[] => {
    const opened = stack.ofType<unknown>(Ec2DefaultSecurityGroup).flatMap((resource) =>
        ["ingress", "egress"].map((direction): DefaultGroup => {
            const at = inputOf(resource, direction);
            const isOpen = at.state === "unknown" ? undecided(at.place) : at.items().length > 0 ? yes : no;
            return { resource, at, when: isOpen, how: "rules", ...ruleOf(stack, resource, direction) };
        }),
    );
    const ids = idsOf(stack);
    const others = stack.resources.filter(({ type }) => !OWNERS.has(type));
    const used = others.flatMap((resource) =>
        groupsNamedBy(resource)
            .filter((at) => isDefault(resource, at, ids))
            .map((at): DefaultGroup => {
                const how = RULES.has(resource.type) ? "rule" : "use";
                return { resource, at, when: yes, how, ...(how === "rule" && ruleOf(stack, resource)) };
            }),
    );
    return [...opened, ...used];
});

function ruleOf(stack: Stack, resource: Resource, direction?: string): Pick<DefaultGroup, "rule"> {
    const all = stack.once(ruleOf, () =>
        grouped(groupRules(stack).map(({ rule }) => [rule, [rule.resource]] as const)),
    );
    const rules = (all.get(resource) ?? []).filter((one) => direction === undefined || one.direction === direction);
    const rule = rules.find((one) => fromWorld(one).is === "yes") ?? rules[0];
    return rule ? { rule } : {};
}

/** The ids of default groups that are known. */
function idsOf(stack: Stack): ReadonlySet<string> {
    const ids = [
        ...stack.ofType<unknown>(Ec2DefaultSecurityGroup).map(({ root }) => root.get("id")),
        ...stack.ofType<unknown>(...VPCS).map(({ root }) => root.get("defaultSecurityGroupId")),
    ];
    return new Set(ids.flatMap((id) => id.text() || []));
}

const NAMES_GROUPS = /^(?:\w*[sS]ecurityGroups?(?:Ids?|Lists?)?)$/;
/** Blocks that say where in a network something is, of functions, services, domains; and those of rules. */
const BLOCK = /^(?:vpc\w*|network\w*|ingress|egress)$/;

/** Each place where a resource names a security group that it is in, or whose rule it is. */
function groupsNamedBy(resource: Resource): readonly Value[] {
    return resource.root.entries().flatMap(([key, value]) => {
        if (NAMES_GROUPS.test(key)) return elementsOf(value);
        if (!BLOCK.test(key) || value.state !== "known") return [];
        return (value.items() as readonly Value[]).flatMap((block) =>
            block.entries().flatMap(([below, inner]) => (NAMES_GROUPS.test(below) ? elementsOf(inner) : [])),
        );
    });
}

function elementsOf(value: Value): readonly Value[] {
    return value.state === "known" ? (value.items() as readonly Value[]) : [value];
}

/** By its id; while that is unknown, by where it comes from: a VPC has no other group to give. */
function isDefault(resource: Resource, at: Value, ids: ReadonlySet<string>): boolean {
    const text = at.text();
    if (text !== undefined) return ids.has(text);
    if (at.state !== "unknown") return false;
    const sources = sourcesOf(resource, at.path).map(({ type }) => type);
    if (sources.includes(Ec2SecurityGroup.token) || !sources.some((type) => OWNERS.has(type))) return false;
    // What else is in the same block may come from a component, whose every child then is a source.
    return !at.path.includes(".") || sources.every((type) => OWNERS.has(type) || type === Ec2Subnet.token);
}

/** VPCs of the stack whose default group nobody adopts. */
export const unadoptedVpcs = fact([Ec2Vpc, Ec2DefaultSecurityGroup], (stack) => {
    const links = stack
        .ofType(Ec2DefaultSecurityGroup)
        .map((group) => stack.link(group, inputOf(group, "vpcId"), Ec2Vpc));
    const adopted = grouped(links.map((link) => [link, possible(link)]));
    const open = links.flatMap((link) => (link.kind === "unknown" ? [undecided(link.awaits)] : []));
    return stack.ofType(Ec2Vpc).map((resource) => {
        const sure = (adopted.get(resource) ?? []).map((link) =>
            link.kind === "candidates" ? undecided(link.awaits) : yes,
        );
        return { resource, when: not(any(...sure, ...open)) };
    });
});
