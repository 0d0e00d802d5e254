import { longestGapDays, SecretsManagerSecretRotation } from "../../model/aws";
import { type Answer, all, answer, filled, isFalse, not, undecided, type Value } from "../../model/values";
import { cwe, defineRule, fsbp, integer, sas } from "../../pack";

const rotation = {
    secretId: "prod/orders-db",
    rotationLambdaArn: "arn:aws:lambda:eu-west-1:111122223333:function:rotate",
};

/** The longest time between two runs counts. A rotation that is switched off is secret-rotation-enabled's finding. */
export default defineRule({
    id: "secret-rotation-interval",
    severity: "medium",
    frameworks: [fsbp("SecretsManager.4"), cwe(262), sas(7)],
    title: "Secrets rotate often enough.",
    why: "A value that leaked is good for as long as it is not replaced, and most leaks are found after months.",
    fix: "Set rotationRules: { automaticallyAfterDays: 30 }.",
    sources: [
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html",
        "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html#secretsmanager-4",
    ],
    options: { maxDays: integer("The most days that may lie between two rotations.", 90, 1, 1000) },
    bad: { ...rotation, rotationRules: { scheduleExpression: "rate(180 days)" } },
    good: { ...rotation, rotationRules: { automaticallyAfterDays: 30 } },
    resource: SecretsManagerSecretRotation,
    check({ rotationEnabled, rotationRules }, { options }) {
        const schedule = rotationRules.at("scheduleExpression");
        const at = filled(schedule).is === "yes" ? schedule : rotationRules.at("automaticallyAfterDays");
        return {
            when: all(isLonger(at, options.maxDays), not(isFalse(rotationEnabled, true))),
            at,
            message: `exceeds ${options.maxDays} days between two rotations`,
        };
    },
});

function isLonger(at: Value, most: number): Answer {
    if (at.state === "unknown") return undecided(at.place);
    const days = at.number() ?? longestGapDays(at.text() ?? "");
    return answer(days !== undefined && days > most);
}
