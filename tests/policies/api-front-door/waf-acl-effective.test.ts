import {
    FmsPolicy,
    WafV2RuleGroup,
    WafV2WebAcl,
    WafV2WebAclRule,
    WafV2WebAclRuleGroupAssociation,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/waf-acl-effective";
import { testRule } from "../../support/rule-tester";

const [COMMON, BAD, SQL] = [
    "AWSManagedRulesCommonRuleSet",
    "AWSManagedRulesKnownBadInputsRuleSet",
    "AWSManagedRulesSQLiRuleSet",
];
const group = (name: unknown, more: object = {}, statement: object = {}) => ({
    name: "group",
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name, ...statement } },
    ...more,
});
const floods = (action: object = { block: {} }) => ({
    name: "floods",
    action,
    statement: { rateBasedStatement: { limit: 1000, aggregateKeyType: "IP" } },
});
const block = (statement: object, more: object = {}) => ({ name: "own", action: { block: {} }, statement, ...more });
const allow = { defaultAction: { allow: {} } };
const acl = (rules: unknown, more: object = {}): Program => ({
    acl: declare(WafV2WebAcl, { scope: "REGIONAL", ...allow, rules, ...more } as never),
});
const all = [floods(), group(COMMON), group(BAD), group(SQL)];
const beside = (name: string, inputs: object): Program => ({
    [name]: declare(WafV2WebAclRule, { webAclArn: ref("acl.arn"), priority: 1, ...inputs } as never),
});
const added = (name: string, inputs: object): Program => ({
    [name]: declare(WafV2WebAclRuleGroupAssociation, {
        webAclArn: ref("acl.arn"),
        priority: 1,
        ruleName: name,
        ...inputs,
    } as never),
});
const own = (rules: unknown, more: object = {}): Program => ({
    own: declare(WafV2RuleGroup, { capacity: 100, scope: "REGIONAL", rules, ...more } as never),
});
const refers = (arn: unknown, overrideAction: object = { none: {} }) => ({
    name: "own",
    overrideAction,
    statement: { ruleGroupReferenceStatement: { arn } },
});
const bySpelling = (Name: string, OverrideAction: object = { None: {} }) => ({
    Name,
    OverrideAction,
    Statement: { ManagedRuleGroupStatement: { VendorName: "AWS", Name } },
});
const RATE = { Name: "floods", Action: { Block: {} }, Statement: { RateBasedStatement: { Limit: 1000 } } };
const sql = { sqliMatchStatement: { fieldToMatch: { body: {} }, textTransformations: [] } };

testRule(rule, {
    valid: {
        "all of them": acl(all),
        "as JSON": acl(undefined, { ruleJson: json([RATE, bySpelling(COMMON), bySpelling(BAD), bySpelling(SQL)]) }),
        "as resources of their own": {
            ...acl(undefined),
            ...beside("floods", floods()),
            ...beside("common", group(COMMON)),
            ...added("bad", { managedRuleGroup: { vendorName: "AWS", name: BAD } }),
            ...added("sql", { managedRuleGroup: { vendorName: "AWS", name: SQL }, overrideAction: "none" }),
        },
        "an own rule against SQL injection": acl([
            floods(),
            group(COMMON),
            group(BAD),
            block({ orStatement: { statements: [sql, { geoMatchStatement: { countryCodes: ["AQ"] } }] } }),
        ]),
        "another vendor's group": acl([floods(), group("Fortinet_OWASP", {}, { vendorName: "Fortinet" })]),
        "AWS's group against floods": acl([group("AWSManagedRulesAntiDDoSRuleSet"), ...all.slice(1)]),
        "a group of one's own": { ...acl([refers(ref("own.arn")), ...all.slice(1)]), ...own([floods()]) },
        "all is blocked, but what a rule allows": acl(
            [{ name: "us", action: { allow: {} }, statement: { ipSetReferenceStatement: { arn: "arn:aws:…" } } }],
            { defaultAction: { block: {} } },
        ),
        "all is blocked": acl([], { defaultAction: { block: {} } }),
        "one rule of a group that counts": acl([
            floods(),
            group(COMMON, {}, { ruleActionOverrides: [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }] }),
            group(BAD),
            group(SQL),
        ]),
        "a rule of one's own that counts": acl([
            ...all,
            block({ geoMatchStatement: { countryCodes: ["AQ"] } }, { action: { count: {} } }),
        ]),
        "made by Firewall Manager": acl([], { name: "FMManagedWebACLV2-shop" }),
        "with rules from Firewall Manager": {
            ...acl([]),
            manager: declare(FmsPolicy, {
                excludeResourceTags: false,
                securityServicePolicyData: {
                    type: "WAFV2",
                    managedServiceData: json({ type: "WAFV2", webACLSource: "RETROFIT_EXISTING" }),
                },
            } as never),
        },
    },
    invalid: {
        "no rules": { given: acl(undefined), reports: ["acl: rules"], weighs: ["medium"] },
        "an empty list": { given: acl([]), reports: ["acl: rules"] },
        "no limit": { given: acl(all.slice(1)), reports: ["acl: rules"], weighs: ["medium"] },
        "a limit alone": { given: acl([floods()]), reports: ["acl: rules"] },
        "no common rules": { given: acl([floods(), group(BAD), group(SQL)]), reports: ["acl: rules"] },
        "no known bad inputs": { given: acl([floods(), group(COMMON), group(SQL)]), reports: ["acl: rules"] },
        "nothing against SQL injection": {
            given: acl([floods(), group(COMMON), group(BAD)]),
            reports: ["acl: rules"],
            weighs: ["low"],
        },
        "JSON without a limit": {
            given: acl(undefined, { ruleJson: json([bySpelling(COMMON), bySpelling(BAD), bySpelling(SQL)]) }),
            reports: ["acl: ruleJson"],
        },
        "a group that counts": {
            given: acl([floods(), group(COMMON, { overrideAction: { count: {} } }), group(BAD), group(SQL)]),
            reports: ["acl: rules[1].overrideAction.count"],
            weighs: ["medium"],
        },
        "a group that counts, in JSON": {
            given: acl(undefined, {
                ruleJson: json([RATE, bySpelling(COMMON, { Count: {} }), bySpelling(BAD), bySpelling(SQL)]),
            }),
            reports: ["acl: ruleJson[1].OverrideAction.Count"],
        },
        "a limit that counts": {
            given: acl([floods({ count: {} }), ...all.slice(1)]),
            reports: ["acl: rules[0].action.count"],
        },
        "a resource of its own that counts": {
            given: {
                ...acl(all),
                ...beside("linux", group("AWSManagedRulesLinuxRuleSet", { overrideAction: { count: {} } })),
            },
            reports: ["linux: overrideAction.count"],
        },
        "an added group that counts": {
            given: {
                ...acl(all),
                ...added("linux", {
                    managedRuleGroup: { vendorName: "AWS", name: "AWSManagedRulesLinuxRuleSet" },
                    overrideAction: "count",
                }),
            },
            reports: ["linux: overrideAction"],
        },
        "Log4Shell is counted": {
            given: acl([
                floods(),
                group(COMMON),
                group(BAD, {}, { ruleActionOverrides: [{ name: "Log4JRCE_BODY", actionToUse: { count: {} } }] }),
                group(SQL),
            ]),
            reports: ["acl: rules[2].statement.managedRuleGroupStatement.ruleActionOverrides[0].actionToUse.count"],
        },
        "a rule without an action": {
            given: acl([...all, { name: "own", statement: { geoMatchStatement: { countryCodes: ["AQ"] } } }]),
            reports: ["acl: rules[4].action"],
        },
        "rules of another web ACL": {
            given: {
                ...acl([]),
                other: declare(WafV2WebAcl, { scope: "REGIONAL", defaultAction: { block: {} } } as never),
                rule: declare(WafV2WebAclRule, { webAclArn: ref("other.arn"), priority: 1, ...floods() } as never),
            },
            reports: ["acl: rules"],
        },
        "a group without rules": { given: own([]), reports: ["own: rules"] },
    },
    undecided: {
        "a group that is declared elsewhere": {
            given: acl([...all.slice(1), refers("arn:aws:wafv2:eu-west-1:111122223333:regional/rulegroup/own/1")]),
            awaits: ["acl.rules[3].statement.ruleGroupReferenceStatement.arn"],
        },
        "a statement that is not known yet": {
            given: acl([...all.slice(1), { name: "floods", action: { block: {} }, statement: unknown }]),
            awaits: ["acl.rules[3].statement"],
        },
        "the name of a group that is not known yet": {
            given: acl([floods(), group(COMMON), group(BAD), group(unknown)]),
            awaits: ["acl.rules[3].statement.managedRuleGroupStatement.name"],
        },
    },
});
