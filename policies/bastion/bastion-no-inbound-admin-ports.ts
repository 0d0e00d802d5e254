import { Ec2SecurityGroup } from "../../model/aws";
import {
    enteredFrom,
    entrances,
    fromAddresses,
    fromWorld,
    type GroupRule,
    groupRules,
    isOfStoresAlone,
    namesAnyGroup,
    type OwnedRule,
    openedTogether,
    placeOfRule,
    rulesAlone,
    ruleTypes,
    SHELL_PORTS,
    type Stack,
    shellsLetIn,
    storeGroups,
    waysIn,
} from "../../model/graph";
import { yes } from "../../model/values";
import {
    cis,
    cwe,
    declare,
    defineRule,
    entranceCause,
    fsbp,
    type Judgement,
    ref,
    ruleCause,
    sas,
    togetherCause,
} from "../../pack";

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
        ...["2", "3", "4"].flatMap((id) => [cis("5.0", `5.${id}`), cis("7.0", `6.${id}`)]),
        ...[cwe(284), cwe(668), sas(6)],
    ],
    title: "No security group lets SSH or RDP in.",
    why: "Open ports for administration are tried by machines all day long, and then one key or password decides.",
    fix: "Remove the rule and connect with Session Manager, which needs no inbound port: aws ssm start-session.",
    sources: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"],
    bad: ssh({ cidrBlocks: ["0.0.0.0/0"] }),
    good: { description: "Session Manager needs no inbound rule" },
    resource: ruleTypes,
    *check(_inputs, resource) {
        // What is unknown here, or opens more than this, the stack is asked for.
        for (const rule of rulesAlone(resource))
            for (const one of byAddress(rule)) if (one.when.is === "yes") yield one;
    },
    inStack: {
        needs: [groupRules, entrances, storeGroups],
        bad: {
            web: declare(Ec2SecurityGroup, {
                ingress: [{ protocol: "tcp", fromPort: 8443, toPort: 8443, cidrBlocks: ["0.0.0.0/0"] }],
            }),
            app: declare(Ec2SecurityGroup, ssh({ securityGroups: [ref("web.id")] })),
        },
        *check(stack) {
            // Where nothing has a shell, the rule is about the store, and its policy speaks.
            const weight = ({ rule, owners }: Pick<OwnedRule, "rule" | "owners">) =>
                isOfStoresAlone(stack, rule, owners) && ({ severity: "medium" } as const);
            for (const owned of groupRules(stack)) {
                const { rule } = owned;
                for (const one of byAddress(rule)) yield { resource: rule.resource, ...weight(owned), ...one };
                const inner =
                    shellsLetIn(rule) === "" || fromWorld(rule).is === "yes" ? undefined : byGroup(stack, rule);
                if (inner) yield { resource: rule.resource, ...inner };
            }
            for (const { group, rule, owners } of openedTogether(stack, SHELL_PORTS)) {
                const message = `lets ${shellsLetIn(rule)} in from more of the internet than any network is, together with other rules of its group`;
                const base = { resource: rule.resource, at: placeOfRule(rule), cause: togetherCause(group), when: yes };
                yield { ...base, ...weight({ rule, owners }), message };
            }
        },
    },
});

function* byAddress(rule: GroupRule): Iterable<Judgement> {
    const what = shellsLetIn(rule);
    if (what === "") return;
    const base = { at: placeOfRule(rule), cause: ruleCause(rule) };
    const world = fromWorld(rule);
    yield { ...base, when: world, message: `lets ${what} in from the internet` };
    const message = `lets ${what} in by address: whoever has one of them may try at any time, and nobody sees who it was`;
    if (world.is === "no") yield { ...base, when: fromAddresses(rule), message, severity: "low" };
}

function byGroup(stack: Stack, rule: GroupRule): Judgement | undefined {
    const [what, at, entrance] = [shellsLetIn(rule), placeOfRule(rule), enteredFrom(stack, rule)];
    if (!entrance)
        return { at, when: namesAnyGroup(rule), message: `lets ${what} in from a group that may be open itself` };
    const message = `lets ${what} in from a group to which the internet comes (${waysIn(entrance)}), so who gets there goes on`;
    const severity = shellsLetIn(entrance.rule) === "" ? "medium" : "high";
    return { at, cause: entranceCause(entrance), when: entrance.when, message, severity };
}
