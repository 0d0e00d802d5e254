import { EcrRepository } from "../../model/aws";
import { mutableTags, unscannedRepositories } from "../../model/graph";
import { cwe, declare, defineStackRule, fsbp, sas } from "../../pack";

const imageScanningConfiguration = { scanOnPush: true };

export default defineStackRule({
    id: "ecr-scan-and-immutable",
    severity: "medium",
    frameworks: [fsbp("ECR.1"), fsbp("ECR.2"), cwe(1104), sas(6)],
    title: "Repositories of images look for known holes in what is pushed, and hold its tags.",
    why: "An image brings the holes of all that is in it, which nobody looks for; and a tag that is moved puts other code in place of what was tested.",
    fix: 'Set imageTagMutability: "IMMUTABLE".',
    sources: [
        "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html",
        "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
    ],
    needs: [mutableTags, unscannedRepositories],
    bad: { orders: declare(EcrRepository, { imageScanningConfiguration }) },
    good: { orders: declare(EcrRepository, { imageScanningConfiguration, imageTagMutability: "IMMUTABLE" }) },
    *check(stack) {
        for (const { resource, at, when, isTemplate } of mutableTags(stack)) {
            yield {
                resource,
                at,
                when,
                message: isTemplate
                    ? "lets whoever pushes move the tags of each repository that is made of it"
                    : "lets whoever pushes move a tag to another image",
                ...(isTemplate && { severity: "low" }),
            };
        }
        for (const { resource, at, when } of unscannedRepositories(stack)) {
            yield {
                resource,
                at,
                when,
                message:
                    "not set, and no registry's configuration in this stack covers it: known holes are not looked for",
                fix: "Set imageScanningConfiguration: { scanOnPush: true }, or cover it by a rule of aws.ecr.RegistryScanningConfiguration.",
            };
        }
    },
});
