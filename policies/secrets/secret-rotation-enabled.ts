import { isTagged, SecretsManagerSecret, SecretsManagerSecretRotation } from "../../model/aws";
import { stoppedRotations, unrotatedSecrets } from "../../model/graph";
import { unless } from "../../model/values";
import { cwe, declare, defineStackRule, fsbp, ref, sas, strings } from "../../pack";

const db = declare(SecretsManagerSecret, { name: "prod/orders-db" });

/** Secrets that a service of AWS made and manages (`rds!…`) rotate themselves. Known gap: rotations that another stack declares. */
export default defineStackRule({
    id: "secret-rotation-enabled",
    severity: "high",
    frameworks: [fsbp("SecretsManager.1"), cwe(262), cwe(324), sas(7)],
    title: "Secrets that can rotate do.",
    why: "Whoever once saw the value, in a log, a backup or an old laptop, can use it until somebody changes it by hand.",
    fix: "Declare aws.secretsmanager.SecretRotation with secretId, rotationLambdaArn and rotationRules: { automaticallyAfterDays: 30 }, or let the database manage its password (manageMasterUserPassword: true).",
    sources: [
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html",
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_external.html",
    ],
    options: {
        manualTags: strings("Tags (key=value, or key) of secrets that only somebody outside of AWS can renew.", [
            "rotation=manual",
            "rotation-exempt",
        ]),
    },
    needs: unrotatedSecrets,
    bad: { db },
    good: {
        db,
        rotation: declare(SecretsManagerSecretRotation, {
            secretId: ref("db.id"),
            rotationLambdaArn: "arn:aws:lambda:eu-west-1:111122223333:function:rotate",
            rotationRules: { automaticallyAfterDays: 30 },
        }),
    },
    *check(stack, { options }) {
        for (const { resource, when, isIssuedElsewhere } of unrotatedSecrets(stack))
            yield {
                resource,
                at: "",
                when: unless(when, isTagged(resource.root, options.manualTags)),
                message: "no rotation names this secret, so its value stays until somebody changes it by hand",
                ...(isIssuedElsewhere && {
                    severity: "low" as const,
                    fix: "Rotate it by a function of your own where its issuer has an API for that, or by a type of managed external secret; else exempt it with the reason, and renew it by hand.",
                }),
            };
        for (const stopped of stoppedRotations(stack))
            yield {
                ...stopped,
                message: "false, so the secret's value stays until somebody changes it by hand",
                fix: "Leave rotationEnabled out, and say in rotationRules how often it rotates.",
            };
    },
});
