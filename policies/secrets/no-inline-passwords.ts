import { RdsInstance, RestApiKey, secretTakingTypes } from "../../model/aws";
import { type GivenValue, generatedSecrets, givenSecrets } from "../../model/graph";
import type { Judgement } from "../../pack";
import { cwe, declare, defineRule, placeCause, sas } from "../../pack";

const messages: Readonly<Record<GivenValue["way"], string>> = {
    value: "given as a value, so whoever reads the program or its state has it",
    hidden: "given as a value; if it stands in the code, all have it who read that, and the SDK's own mark hides whether it does",
    elsewhere: "given as a value, so the state keeps it, although AWS takes it another way",
};

/** A value from configuration counts where AWS takes another way, for the SDK's marks hide that it came from there. */
export default defineRule({
    id: "no-inline-passwords",
    severity: "high",
    frameworks: [cwe(798), cwe(522), sas(7)],
    title: "Services are given passwords, tokens and keys by reference.",
    why: "A value stands in the program or in Pulumi's state, in every copy of them, and nobody changes it when one is lost.",
    fix: "Take it from the configuration: new pulumi.Config().requireSecret(…).",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/integrating.html",
        "https://www.pulumi.com/docs/iac/concepts/secrets/",
    ],
    bad: { value: "correct-horse-battery-staple" },
    good: { name: "partner" },
    resource: [RestApiKey, ...secretTakingTypes()],
    *check(_inputs, { type, root, urn }) {
        for (const given of generatedSecrets(type, root)) yield judged(given, urn);
    },
    inStack: {
        needs: givenSecrets,
        bad: { orders: declare(RdsInstance, { username: "orders", password: "correct-horse" }) },
        *check(stack) {
            for (const given of givenSecrets(stack))
                yield { ...judged(given, given.resource.urn), resource: given.resource };
        },
    },
});

function judged({ at, is, way, instead }: GivenValue, urn: string): Judgement {
    return {
        when: is,
        at,
        message: messages[way],
        cause: placeCause(urn, at),
        ...(instead !== undefined && { fix: instead }),
        ...(way !== "value" && { severity: "low" }),
    };
}
