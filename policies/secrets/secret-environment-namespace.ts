import { SecretsManagerSecret, SsmParameter } from "../../model/aws";
import { knownPrefix, not, undecided, type Value } from "../../model/values";
import { cwe, defineRule, type Environment, isShared, type Judgement, placed, sas, sharedNamespaces } from "../../pack";

/** What Pulumi puts behind a resource's name where the program gives it none. */
const GIVEN_SUFFIX = /^-[0-9a-f]{7}$/;

/** A name that Pulumi makes up says nothing, and nor does one that AWS demands (`AmazonMSK_…`). */
export default defineRule({
    id: "secret-environment-namespace",
    severity: "medium",
    frameworks: [cwe(653), sas(7)],
    title: "Names of secrets and parameters begin with their environment.",
    why: "A role is let into one environment's secrets by how their names begin; without that, each test may read what opens production.",
    fix: "Begin the name with the stack: name: `/${pulumi.getStack()}/orders/key`.",
    sources: [
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-hierarchies.html",
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html",
    ],
    options: { sharedNamespaces },
    exampleStack: "prod",
    bad: { name: "dev/orders-db" },
    good: { name: "prod/orders-db" },
    resource: [SecretsManagerSecret, SsmParameter],
    *check(_inputs, { root, name: resource, environment, options }) {
        for (const at of [root.get("name"), root.get("namePrefix")]) {
            const name = at.text() ?? beginning(at);
            const isMadeUp = name.startsWith(resource) && GIVEN_SUFFIX.test(name.slice(resource.length));
            if (at.state === "absent" || isMadeUp || isShared(name, options.sharedNamespaces)) continue;
            yield { at, ...judged(name, at, environment) };
        }
    },
});

/** The steps and words of a name that are known to the end, where the rest is not known yet. */
function beginning(at: Value): string {
    return knownPrefix(at.partialText() ?? "").replace(/[^/_.-]*$/, "");
}

function judged(name: string, at: Value, environment: Environment): Omit<Judgement, "at"> {
    const { own, another, later } = placed(name, environment);
    if (another.is !== "no" && own.is !== "yes")
        return { when: another, message: "names another environment, so whoever is let into that one reads this" };
    const isLater = later.is === "yes";
    return {
        when: own.is === "no" && at.state === "unknown" ? undecided(at.place) : not(own),
        message: isLater
            ? "names its environment, but does not begin with it"
            : "names no environment, so no policy tells it from those of others by its name",
        ...(isLater && { severity: "low" as const }),
    };
}
