import { unknown } from "../../../pack";
import rule from "../../../policies/invoke-permissions/queue-policy-senders-only";
import { testRule } from "../../support/rule-tester";

testRule(rule, {
    valid: { "nothing said": {} },
    invalid: { "as text": { given: { tags: { example: "true" } }, reports: ["tags.example"] } },
    undecided: { "not known yet": { given: { tags: unknown }, awaits: ["tags.example"] } },
});
