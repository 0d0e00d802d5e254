import { unknown } from "../../../pack";
import rule from "../../../policies/identity/identity-pool-no-classic-flow";
import { testRule } from "../../support/rule-tester";

testRule(rule, {
    valid: {
        "said to be off": { identityPoolName: "shop", allowClassicFlow: false },
        "off, as text": { identityPoolName: "shop", allowClassicFlow: "false" as never },
        "guests, who are another policy's finding": { identityPoolName: "shop", allowUnauthenticatedIdentities: true },
    },
    invalid: { "on, as text": { given: { allowClassicFlow: "true" as never }, reports: ["allowClassicFlow"] } },
    undecided: { "not known yet": { given: { allowClassicFlow: unknown }, awaits: ["allowClassicFlow"] } },
});
