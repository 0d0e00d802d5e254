import { unknown } from "../../../pack";
import rule from "../../../policies/supply-chain/serverless-app-repo-pinned";
import { testRule } from "../../support/rule-tester";

const application = (account: string) => `arn:aws:serverlessrepo:us-east-1:${account}:applications/rotation`;
const applicationId = application("297356227824");
const capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"];
const pinned = { applicationId, capabilities: ["CAPABILITY_IAM"], semanticVersion: "1.1.60" };
const options = { trustedPublishers: ["297356227824"] };

testRule(rule, {
    valid: {
        "a version, of whomever": pinned,
        "a version that is not known yet": { ...pinned, semanticVersion: unknown },
        "a version, of a trusted publisher": { given: pinned, options },
        "in China": {
            given: { ...pinned, applicationId: applicationId.replace("arn:aws:", "arn:aws-cn:") },
            options,
        },
    },
    invalid: {
        "no version": {
            given: { applicationId, capabilities: ["CAPABILITY_IAM"] },
            reports: ["semanticVersion"],
            weighs: ["low"],
        },
        "no capabilities, and an empty version": {
            given: { applicationId, semanticVersion: "" },
            reports: ["semanticVersion"],
            weighs: ["low"],
        },
        "no version, with roles that it names": {
            given: { applicationId, capabilities },
            reports: ["semanticVersion"],
            weighs: ["medium"],
        },
        "no version, with resources that it opens to others": {
            given: { applicationId, capabilities: ["CAPABILITY_RESOURCE_POLICY"] },
            reports: ["semanticVersion"],
            weighs: ["medium"],
        },
        "a version, of a publisher who is not trusted": {
            given: { ...pinned, applicationId: application("444455556666") },
            options,
            reports: ["applicationId"],
        },
    },
    undecided: {
        "whose it is is not known yet": {
            given: { ...pinned, applicationId: unknown },
            options,
            awaits: ["applicationId"],
        },
    },
});
