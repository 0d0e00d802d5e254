import { ServerlessRepositoryCloudFormationStack } from "../../model/aws";
import { all, answer, equals, filled, holds, not, some } from "../../model/values";
import { cwe, defineRule, sas, strings } from "../../pack";

const applicationId =
    "arn:aws:serverlessrepo:us-east-1:297356227824:applications/SecretsManagerRDSMySQLRotationSingleUser";
/** What a template asks for that gives permissions by name, or opens resources to others. */
const FAR_REACHING = ["CAPABILITY_NAMED_IAM", "CAPABILITY_RESOURCE_POLICY"];

export default defineRule({
    id: "serverless-app-repo-pinned",
    severity: "low",
    frameworks: [cwe(829), sas(6)],
    title: "Applications of the Serverless Application Repository are deployed in a named version, of a known publisher.",
    why: "Without a version the next deployment runs what the publisher has put there since, with the permissions of this account.",
    fix: 'Set semanticVersion to the version that was read, such as "1.1.60".',
    sources: [
        "https://docs.aws.amazon.com/serverlessrepo/latest/devguide/serverlessrepo-consuming-applications.html",
        "https://docs.aws.amazon.com/serverlessrepo/latest/devguide/acknowledging-application-capabilities.html",
    ],
    options: {
        trustedPublishers: strings(
            "Ids of accounts whose applications may be deployed; where there are none, anybody's.",
        ),
    },
    bad: { applicationId, capabilities: ["CAPABILITY_IAM"] },
    good: { applicationId, capabilities: ["CAPABILITY_IAM"], semanticVersion: "1.1.60" },
    resource: ServerlessRepositoryCloudFormationStack,
    *check({ applicationId: application, capabilities, semanticVersion }, { options }) {
        const reachesFar = some(capabilities, (one) => equals(one, ...FAR_REACHING));
        yield {
            when: not(filled(semanticVersion)),
            at: semanticVersion,
            message: "absent, so each deployment takes the newest version there is",
            ...(reachesFar.is === "yes" && { severity: "medium" }),
        };
        const isTrusted = (arn: string) => options.trustedPublishers.includes(arn.split(":")[4] ?? "");
        yield {
            when: all(
                answer(options.trustedPublishers.length > 0),
                holds(application, (arn) => !isTrusted(arn)),
            ),
            at: application,
            message: "holds an application of a publisher that is not trusted",
            fix: "Deploy an application of a trusted publisher, or add the publisher's account to trustedPublishers.",
            severity: "medium",
        };
    },
});
