import {
    addedGroup,
    FmsPolicy,
    PROTECTIONS,
    type Protection,
    type ResourceType,
    type RuleFault,
    WafV2RuleGroup,
    WafV2WebAcl,
    WafV2WebAclRule,
    WafV2WebAclRuleGroupAssociation,
    type WebAclRule,
    webAclRule,
    webAclRules,
} from "../../aws";
import { type Answer, all, answer, any, filled, holds, no, not, undecided, type Value } from "../../values";
import { fact } from "../fact";
import { linked } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";

/** A web ACL, or a group of rules, that has less than it should. */
export interface WeakWebAcl {
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
    /** What it does not look for, as far as it is known; of one without any rule, nothing. */
    readonly lacks: readonly Protection[];
}

export interface IdleRule {
    readonly resource: Resource;
    readonly at: Value;
    readonly fault: RuleFault;
    readonly when: Answer;
}

const COMPANIONS: readonly ResourceType[] = [WafV2WebAclRule, WafV2WebAclRuleGroupAssociation];

/** What lets everything through, or looks for less than it should. What a web ACL blocks by default it need not look for. */
export const weakWebAcls = fact(
    [WafV2WebAcl, WafV2RuleGroup, FmsPolicy, ...COMPANIONS],
    (stack): readonly WeakWebAcl[] => [
        ...stack.ofType<unknown>(WafV2WebAcl).flatMap((acl) => ofWebAcl(stack, acl)),
        ...stack.ofType<unknown>(WafV2RuleGroup).map((resource): WeakWebAcl => {
            const { rules, open } = ownRules(resource, "rulesJson");
            const when = rules.length > 0 ? no : (open ?? answer(true));
            return { resource, at: inputOf(resource, "rules"), when, lacks: [] };
        }),
    ],
);

function ofWebAcl(stack: Stack, resource: Resource): readonly WeakWebAcl[] {
    const own = ownRules(resource, "ruleJson");
    const added = COMPANIONS.flatMap((type) => stack.ofType<unknown>(type)).map((one) => ({
        one,
        to: stack.link<unknown>(one, one.root.get("webAclArn"), WafV2WebAcl),
    }));
    const named = added.filter(({ to }) => linked(to) === resource).map(({ one }) => ruleOf(one));
    const others = added.flatMap(({ to }) =>
        to.kind === "unknown" || (to.kind === "candidates" && to.resources.includes(resource))
            ? [undecided(to.awaits)]
            : [],
    );
    const listed = [...own.rules, ...named];
    const grouped = listed.flatMap(({ group }) => groupRules(stack, resource, group));
    const rules = [...listed, ...grouped.flatMap(({ rules }) => rules)];
    const maybe = [...(own.open ? [own.open] : []), ...others, ...grouped.flatMap(({ open }) => open ?? [])];
    const provided = PROTECTIONS.map((what) => ({
        what,
        is: any(...rules.map(({ provides }) => provides(what)), ...maybe),
    }));
    const lacks = rules.length === 0 ? [] : provided.filter(({ is }) => is.is === "no").map(({ what }) => what);
    const isOpen = all(not(filled(inputOf(resource, "defaultAction").get("block"))), not(isManaged(stack, resource)));
    const at = inputOf(resource, filled(inputOf(resource, "ruleJson")).is === "yes" ? "ruleJson" : "rules");
    return [{ resource, at, lacks, when: all(isOpen, not(all(...provided.map(({ is }) => is)))) }];
}

interface Rules {
    readonly rules: readonly WebAclRule[];
    /** There may be others, which are not known yet. */
    readonly open?: Answer;
}

function ownRules(resource: Resource, json: string): Rules {
    const [blocks, text] = [inputOf(resource, "rules"), inputOf(resource, json)];
    const unknown = [blocks, text].find(({ state }) => state === "unknown");
    return { rules: webAclRules(blocks, text), ...(unknown && { open: undecided(unknown.place) }) };
}

/** A group that is declared elsewhere may hold anything. */
function groupRules(stack: Stack, from: Resource, arn: Value): readonly Rules[] {
    if (arn.state === "absent") return [];
    const group = linked(stack.link<unknown>(from, arn, WafV2RuleGroup));
    return [group ? ownRules(group, "rulesJson") : { rules: [], open: undecided(arn.place) }];
}

function ruleOf(companion: Resource): WebAclRule {
    return companion.type === WafV2WebAclRule.token ? webAclRule(companion.root) : addedGroup(companion.root);
}

/** AWS Firewall Manager makes web ACLs of its own, and may put its rules before those of others. */
function isManaged(stack: Stack, acl: Resource): Answer {
    const retrofits = stack.ofType<unknown>(FmsPolicy).map(({ root }) => {
        const data = root.down("securityServicePolicyData.managedServiceData").json();
        return data ? holds(data.get("webACLSource"), (text) => text === "RETROFIT_EXISTING") : no;
    });
    return any(
        holds(inputOf(acl, "name"), (name) => name.startsWith("FMManagedWebACL")),
        ...retrofits,
    );
}

/** Rules that only count, or that AWS would refuse. */
export const idleRules = fact([WafV2WebAcl, WafV2RuleGroup, ...COMPANIONS], (stack): readonly IdleRule[] => {
    const lists = [
        ...stack.ofType<unknown>(WafV2WebAcl).map((one) => ({ one, ...ownRules(one, "ruleJson") })),
        ...stack.ofType<unknown>(WafV2RuleGroup).map((one) => ({ one, ...ownRules(one, "rulesJson") })),
        ...COMPANIONS.flatMap((type) => stack.ofType<unknown>(type)).map((one) => ({ one, rules: [ruleOf(one)] })),
    ];
    return lists.flatMap(({ one: resource, rules }) =>
        rules.flatMap(({ faults }) => faults.map((fault) => ({ resource, ...fault }))),
    );
});
