import { Ec2SecurityGroup, RdsInstance } from "../../model/aws";
import {
    enteredFrom,
    entrances,
    fromAddresses,
    fromWorld,
    namesAnyGroup,
    openTogether,
    placeOfRule,
    storeGroups,
    storeRules,
    waysIn,
    widthOf,
} from "../../model/graph";
import { all, yes } from "../../model/values";
import {
    cis,
    cwe,
    declare,
    defineStackRule,
    entranceCause,
    fsbp,
    owasp,
    ref,
    ruleCause,
    type StackJudgement,
    togetherCause,
} from "../../pack";

const behind = (source: object) => ({
    app: declare(Ec2SecurityGroup, { description: "Orders" }),
    database: declare(Ec2SecurityGroup, {
        description: "The orders database",
        ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, ...source }],
    }),
    orders: declare(RdsInstance, {
        instanceClass: "db.t4g.micro",
        engine: "postgres",
        vpcSecurityGroupIds: [ref("database.id")],
    }),
});

const WIDTHS = {
    public: ["addresses of the internet in", "medium"],
    wide: ["more private addresses in than a VPC has", "medium"],
    narrow: ["whoever has a private address of a block in", "low"],
} as const;

/** Of stores that the stack declares, on the ports on which they answer. */
export default defineStackRule({
    id: "database-sg-restricted",
    severity: "high",
    frameworks: [fsbp("EC2.18"), fsbp("EC2.19"), cis("5.0", "5.3"), cis("7.0", "6.3"), cwe(668), owasp(6)],
    title: "Security groups of databases let in application groups only.",
    why: "A database that others can knock at is one weak password or one flaw away from them, and can be flooded by all.",
    fix: "Name the application's group: referencedSecurityGroupId (securityGroups, sourceSecurityGroupId) in place of addresses.",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html",
        "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    ],
    needs: [storeRules, entrances],
    bad: behind({ cidrBlocks: ["0.0.0.0/0"] }),
    good: behind({ securityGroups: [ref("app.id")] }),
    *check(stack) {
        for (const { rule, store, isCertain } of storeRules(stack)) {
            const { resource } = rule;
            const at = placeOfRule(rule);
            const cause = ruleCause(rule);
            const judged = (one: Omit<StackJudgement, "resource" | "at">): StackJudgement => ({
                ...{ resource, at, cause },
                ...one,
                when: all(isCertain, one.when),
            });
            const to = `${store.what} ${store.host.name}`;
            const world = fromWorld(rule);
            yield judged({ when: world, message: `lets the internet in to the ${to}` });
            if (world.is !== "no") continue;
            const [whom, severity] = WIDTHS[widthOf(rule.addresses.possible)];
            yield judged({
                when: fromAddresses(rule),
                message: `lets ${whom} to the ${to}, application or not`,
                severity,
            });
            const entrance = enteredFrom(stack, rule);
            const message = entrance
                ? `lets a group in to the ${to} to which the internet comes (${waysIn(entrance)}), so who gets there goes on`
                : `lets a group in to the ${to} that may be open itself`;
            const when = entrance?.when ?? namesAnyGroup(rule);
            // The world came in at another rule.
            yield { ...judged({ when, message, severity: "medium" }), cause: entrance && entranceCause(entrance) };
        }
        for (const { group, store, ports, isCertain } of storeGroups(stack)) {
            const rule = openTogether(group, ports);
            const message = `lets more of the internet in to the ${store.what} ${store.host.name} than any network is, together with other rules of its group`;
            const cause = togetherCause(group);
            if (rule)
                yield { resource: rule.resource, at: placeOfRule(rule), cause, when: all(isCertain, yes), message };
        }
    },
});
