import { SesConfigurationSet } from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-in-transit/mail-tls-required";
import { testRule } from "../../support/rule-tester";

const older = (inputs: object) => declare(SesConfigurationSet, { name: "orders", ...inputs } as Example);
const at = "deliveryOptions.tlsPolicy";

testRule(rule, {
    valid: {
        required: { deliveryOptions: { sendingPoolName: "shared", tlsPolicy: "REQUIRE" } },
        "required, by the older API": older({ deliveryOptions: { tlsPolicy: "Require" } }),
    },
    invalid: {
        optional: { given: { deliveryOptions: { tlsPolicy: "OPTIONAL" } }, reports: [at] },
        "a block without it": { given: { deliveryOptions: { sendingPoolName: "shared" } }, reports: [at] },
        "optional, by the older API": {
            given: older({ deliveryOptions: { tlsPolicy: "Optional" } }),
            reports: [at],
        },
        "nothing said, by the older API": { given: older({}), reports: [at] },
    },
    undecided: {
        "what is asked is not known yet": { given: { deliveryOptions: { tlsPolicy: unknown } }, awaits: [at] },
    },
});
