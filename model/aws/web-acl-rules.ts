import { type Answer, all, answer, any, equals, filled, holds, not, undecided, Value } from "../values";

/** What a web ACL is expected to look for. */
export type Protection = "floods" | "common attacks" | "known bad inputs" | "SQL injection";

/**
 * AWS's groups of rules by what they are for. As of 2026-11-27:
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
const GROUPS: Readonly<Record<string, Protection>> = {
    AWSManagedRulesAntiDDoSRuleSet: "floods",
    AWSManagedRulesCommonRuleSet: "common attacks",
    AWSManagedRulesKnownBadInputsRuleSet: "known bad inputs",
    AWSManagedRulesSQLiRuleSet: "SQL injection",
};

export const PROTECTIONS: readonly Protection[] = ["floods", "common attacks", "known bad inputs", "SQL injection"];

export type RuleFault = "counts" | "counts Log4Shell" | "no action";

/** One rule of a web ACL or of a group of rules, as a block, as JSON or as a resource of its own. */
export interface WebAclRule {
    readonly provides: (what: Protection) => Answer;
    /** The group of one's own whose rules it brings in. */
    readonly group: Value;
    readonly faults: readonly { readonly fault: RuleFault; readonly at: Value; readonly when: Answer }[];
}

/** The rules at a place: blocks, or JSON text in AWS's own spelling. */
export function webAclRules(rules: Value, json: Value): readonly WebAclRule[] {
    return [...rules.items(), ...(json.json()?.items() ?? [])].map((rule) => webAclRule(rule as Value));
}

export function webAclRule(rule: Value): WebAclRule {
    const statement = part(rule, "statement");
    if (statement.state === "unknown") return { provides: () => undecided(statement.place), group: NONE, faults: [] };
    const managed = part(statement, "managedRuleGroupStatement");
    const group = part(statement, "ruleGroupReferenceStatement");
    const [action, override] = [part(rule, "action"), part(rule, "overrideAction")];
    const isManaged = filled(managed);
    const isRate = filled(part(statement, "rateBasedStatement"));
    const counts = part(action, "count");
    const isCounting = part(override, "count");
    return {
        provides: (what) =>
            any(
                all(answer(what === "floods"), isRate),
                all(answer(what === "SQL injection"), answer(looksForSql(statement))),
                all(isManaged, groupProvides(managed, what)),
            ),
        group: part(group, "arn"),
        faults: [
            { fault: "counts", at: isCounting, when: all(any(isManaged, filled(group)), filled(isCounting)) },
            { fault: "counts", at: counts, when: all(isRate, filled(counts)) },
            ...logged(managed).map((at) => ({ fault: "counts Log4Shell", at, when: filled(at) }) as const),
            {
                fault: "no action",
                at: action,
                when: all(not(filled(action)), not(filled(override)), answer(statement.state === "known")),
            },
        ],
    };
}

const NONE = new Value(undefined);

/** A managed group that a resource of its own adds to a web ACL, or a group of one's own. */
export function addedGroup(association: Value): WebAclRule {
    const managed = association.get("managedRuleGroup");
    const override = association.get("overrideAction");
    return {
        provides: (what) => all(filled(managed), groupProvides(managed, what)),
        group: association.down("ruleGroupReference.arn"),
        faults: [
            { fault: "counts", at: override, when: equals(override, "count") },
            ...logged(managed).map((at) => ({ fault: "counts Log4Shell", at, when: filled(at) }) as const),
        ],
    };
}

/** Groups of other vendors say of themselves what they are for; each is taken for all of it, but no count of requests. */
function groupProvides(managed: Value, what: Protection): Answer {
    const isAws = equals(part(managed, "vendorName"), "AWS");
    return any(
        holds(part(managed, "name"), (name) => GROUPS[name] === what),
        all(not(isAws), answer(what !== "floods")),
    );
}

/** Where the rules against Log4Shell are told to count. */
function logged(managed: Value): readonly Value[] {
    const overrides = part(managed, "ruleActionOverrides").items() as readonly Value[];
    return overrides
        .filter((one) => part(one, "name").text()?.startsWith("Log4JRCE"))
        .map((one) => part(part(one, "actionToUse"), "count"));
}

/** However deep it stands among others. */
function looksForSql(statement: Value): boolean {
    if (part(statement, "sqliMatchStatement").state !== "absent") return true;
    return ["andStatement", "orStatement"].some((kind) =>
        part(part(statement, kind), "statements")
            .items()
            .some((one) => looksForSql(one as Value)),
    );
}

/** A property as the provider or as AWS spells it: `ruleActionOverrides`, `RuleActionOverrides`, `ARN`. */
function part(of: Value, name: string): Value {
    const own = of.get(name);
    if (own.state !== "absent") return own;
    const others = [name.charAt(0).toUpperCase() + name.slice(1), name.toUpperCase()].map((one) => of.get(one));
    return others.find(({ state }) => state !== "absent") ?? own;
}
