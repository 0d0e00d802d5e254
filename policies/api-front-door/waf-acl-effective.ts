import { type Protection, type RuleFault, WafV2WebAcl } from "../../model/aws";
import { idleRules, weakWebAcls } from "../../model/graph";
import { cwe, declare, defineStackRule, fsbp, sas } from "../../pack";

const visibilityConfig = { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "shop" };
const group = (name: string, priority: number) => ({
    name,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
    visibilityConfig,
});
const floods = {
    name: "floods",
    priority: 0,
    action: { block: {} },
    statement: { rateBasedStatement: { limit: 1000, aggregateKeyType: "IP" } },
    visibilityConfig,
};
const acl = (rules: readonly object[]) => ({
    shop: declare(WafV2WebAcl, { scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig, rules } as never),
});

const RULES: Readonly<Record<Protection, string>> = {
    floods: "a rule with a rateBasedStatement",
    "common attacks": "AWSManagedRulesCommonRuleSet",
    "known bad inputs": "AWSManagedRulesKnownBadInputsRuleSet",
    "SQL injection": "AWSManagedRulesSQLiRuleSet",
};
const IDLE: Readonly<Record<RuleFault, { readonly message: string; readonly fix: string }>> = {
    counts: {
        message: "allows what the rule finds, which it only counts",
        fix: "Set overrideAction: { none: {} } of a group, or action: { block: {} } of a rule.",
    },
    "counts Log4Shell": {
        message: "allows requests that attack by Log4Shell, which it only counts",
        fix: "Take this override out.",
    },
    "no action": {
        message: "absent, and so is overrideAction: AWS refuses a rule that does not say what happens",
        fix: "Set action: { block: {} }, or of a group overrideAction: { none: {} }.",
    },
};

/** What a web ACL blocks by default, and rules of groups that are declared elsewhere, are left alone. */
export default defineStackRule({
    id: "waf-acl-effective",
    severity: "medium",
    frameworks: [fsbp("WAF.10"), cwe(693), sas(1), sas(8)],
    title: "Web ACLs stop floods of requests and known attacks.",
    why: "A web ACL that lets through whatever it finds looks like protection on every diagram, and is none.",
    fix: "Add rules with managedRuleGroupStatement for AWS's groups, and one with a rateBasedStatement.",
    sources: [
        "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html",
        "https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html",
        "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-group-override-options.html",
    ],
    needs: [weakWebAcls, idleRules],
    bad: acl([]),
    good: acl([
        floods,
        group("AWSManagedRulesCommonRuleSet", 1),
        group("AWSManagedRulesKnownBadInputsRuleSet", 2),
        group("AWSManagedRulesSQLiRuleSet", 3),
    ]),
    *check(stack) {
        for (const { lacks, ...place } of weakWebAcls(stack)) {
            const rules = lacks.map((what) => RULES[what]).join(", ");
            yield {
                ...place,
                message:
                    lacks.length === 0
                        ? "holds no rule, so everything comes through"
                        : `lets through ${lacks.join(", ")}: no rule looks for them`,
                ...(lacks.length > 0 && { fix: `Add ${rules}.` }),
                ...(lacks.length === 1 && lacks[0] === "SQL injection" && { severity: "low" as const }),
            };
        }
        for (const { fault, ...place } of idleRules(stack)) yield { ...place, ...IDLE[fault] };
    },
});
