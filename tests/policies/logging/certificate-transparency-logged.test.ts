import { unknown } from "../../../pack";
import rule from "../../../policies/logging/certificate-transparency-logged";
import { testRule } from "../../support/rule-tester";

const at = "options.certificateTransparencyLoggingPreference";
const logged = (preference: unknown, inputs: object = {}) => ({
    domainName: "api.example.com",
    options: { certificateTransparencyLoggingPreference: preference },
    ...inputs,
});

testRule(rule, {
    valid: {
        logged: logged("ENABLED"),
        "options of something else": { domainName: "api.example.com", options: { export: "ENABLED" } },
        "a private authority's": logged("DISABLED", {
            certificateAuthorityArn: "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/a",
        }),
        "an imported one": logged("DISABLED", { privateKey: unknown, certificateBody: "-" }),
    },
    invalid: { "kept out, in any case of letters": { given: logged("disabled"), reports: [at], weighs: ["low"] } },
    undecided: { "not known yet": { given: logged(unknown), awaits: [at] } },
});
