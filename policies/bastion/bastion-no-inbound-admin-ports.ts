import { Ec2SecurityGroup } from "../../model/aws";
import {
    enteredFrom,
    entrances,
    fromAddresses,
    fromWorld,
    type GroupRule,
    groupRules,
    namesAnyGroup,
    opened,
    openTogether,
    placeOfRule,
    rulesAlone,
    ruleTypes,
    type Stack,
    securityGroups,
    waysIn,
} from "../../model/graph";
import { listed } from "../../model/iam";
import { yes } from "../../model/values";
import { cis, cwe, declare, defineRule, fsbp, type Judgement, placeCause, ref, sas } from "../../pack";

/** What AWS calls remote server administration. */
const PORTS: ReadonlyMap<number, string> = new Map([
    [22, "SSH"],
    [3389, "RDP"],
]);
const admin = [...PORTS.keys()];
const ssh = (source: object) => ({
    description: "Operators",
    ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, ...source }],
});

/** Whoever is let in is trusted for an address, whenever it may be: also of a known network it is said, and weighs little. */
export default defineRule({
    id: "bastion-no-inbound-admin-ports",
    severity: "critical",
    frameworks: [
        ...["EC2.13", "EC2.14", "EC2.18", "EC2.19", "EC2.53", "EC2.54"].map((id) => fsbp(id)),
        ...["5.2", "5.3", "5.4"].map((id) => cis("5.0", id)),
        ...["6.2", "6.3", "6.4"].map((id) => cis("7.0", id)),
        cwe(284),
        cwe(668),
        sas(6),
    ],
    title: "No security group lets SSH or RDP in.",
    why: "Open ports for administration are tried by machines all day long, and then one key or password decides.",
    fix: "Remove the rule and connect with Session Manager, which needs no inbound port: aws ssm start-session.",
    sources: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"],
    bad: ssh({ cidrBlocks: ["0.0.0.0/0"] }),
    good: { description: "Session Manager needs no inbound rule" },
    resource: ruleTypes,
    *check(_inputs, resource) {
        // What is unknown here, the stack is asked for.
        for (const rule of rulesAlone(resource))
            for (const one of byAddress(rule)) if (one.when.is === "yes") yield one;
    },
    inStack: {
        needs: [groupRules, entrances],
        bad: {
            web: declare(Ec2SecurityGroup, {
                ingress: [{ protocol: "tcp", fromPort: 8443, toPort: 8443, cidrBlocks: ["0.0.0.0/0"] }],
            }),
            app: declare(Ec2SecurityGroup, ssh({ securityGroups: [ref("web.id")] })),
        },
        *check(stack) {
            for (const { rule } of groupRules(stack)) {
                for (const one of byAddress(rule)) yield { resource: rule.resource, ...one };
                const one = fromWorld(rule).is === "yes" ? undefined : byGroup(stack, rule);
                if (one) yield { resource: rule.resource, ...one };
            }
            for (const group of securityGroups(stack).values()) {
                const together = openTogether(group, admin);
                const at = together && placeOfRule(together);
                const message = `lets ${together && names(together)} in from more of the internet than any network is, together with other rules of its group`;
                if (together && at) yield { resource: together.resource, at, when: yes, message };
            }
        },
    },
});

function names(rule: GroupRule): string {
    if (rule.direction === "egress") return "";
    return listed(opened(rule, admin).map((port) => `${PORTS.get(port)} (${port})`));
}

function* byAddress(rule: GroupRule): Iterable<Judgement> {
    const what = names(rule);
    if (what === "") return;
    const at = placeOfRule(rule);
    const cause = placeCause(rule.resource.urn, at);
    const world = fromWorld(rule);
    yield { at, cause, when: world, message: `lets ${what} in from the internet` };
    const message = `lets ${what} in by address: whoever has one of them may try at any time, and nobody sees who it was`;
    if (world.is === "no") yield { at, cause, when: fromAddresses(rule), message, severity: "low" };
}

function byGroup(stack: Stack, rule: GroupRule): Judgement | undefined {
    const what = names(rule);
    const entrance = what === "" ? undefined : enteredFrom(stack, rule);
    const at = placeOfRule(rule);
    if (entrance) {
        const message = `lets ${what} in from a group to which the internet comes (${waysIn(entrance)}), so who gets there goes on`;
        const isAdmin = opened(entrance.rule, admin).length > 0;
        return { at, when: entrance.when, message, severity: isAdmin ? "high" : "medium" };
    }
    const message = `lets ${what} in from a group that may be open itself`;
    return what === "" ? undefined : { at, when: namesAnyGroup(rule), message };
}
