import { Ec2SecurityGroup } from "../../model/aws";
import {
    entrances,
    fromWorld,
    groupRules,
    openedTogether,
    placeOfRule,
    publicPorts,
    securityGroups,
    storeGroups,
} from "../../model/graph";
import { yes } from "../../model/values";
import { cis, cwe, declare, defineStackRule, flag, fsbp, owasp, ruleCause, togetherCause } from "../../pack";

const edge = (port: number) => ({
    shop: declare(Ec2SecurityGroup, {
        description: "The shop's balancer",
        ingress: [{ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["0.0.0.0/0"] }],
    }),
});

/** Ports for administration and those of stores are other policies' findings. */
export default defineStackRule({
    id: "ingress-not-open",
    severity: "high",
    frameworks: [fsbp("EC2.18"), fsbp("EC2.19"), cis("5.0", "5.3"), cis("7.0", "6.3"), cwe(668), owasp(6)],
    title: "Security groups open no port to the internet but 80 and 443.",
    why: "Whatever answers on an open port is found within hours, and its next flaw is everyone's.",
    fix: "Let in a group or a known network in place of the internet, or serve it through a load balancer on 443.",
    sources: [
        "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
        "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    ],
    options: { edgesOnly: flag("Whether 80 and 443 may be open on groups of load balancers only.", false) },
    strict: { edgesOnly: true },
    needs: [groupRules, securityGroups, storeGroups, entrances],
    bad: edge(8080),
    good: edge(443),
    *check(stack, { options }) {
        for (const { rule, owners } of groupRules(stack)) {
            const when = fromWorld(rule);
            if (rule.direction === "egress" || when.is === "no") continue;
            const { other, web, isEdge, isListening } = publicPorts(stack, rule, owners);
            const { resource } = rule;
            const at = placeOfRule(rule);
            const cause = ruleCause(rule);
            if (other !== "") {
                const message = `opens ${other} to the internet`;
                yield { resource, at, cause, when, message, ...(isListening && { severity: "medium" }) };
            } else if (web && !isEdge && options.edgesOnly) {
                const message = "opens 80 or 443 to the internet without a load balancer before it";
                yield { resource, at, cause, when, message, severity: "low" };
            }
        }
        for (const { group, rule, owners } of openedTogether(stack)) {
            const { other } = publicPorts(stack, rule, owners);
            const message = `opens ${other} to more of the internet than any network is, together with other rules of its group`;
            const cause = togetherCause(group);
            if (other !== "") yield { resource: rule.resource, at: placeOfRule(rule), cause, when: yes, message };
        }
    },
});
