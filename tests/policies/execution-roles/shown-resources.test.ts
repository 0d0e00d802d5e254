import assert from "node:assert/strict";
import { functionAllowed } from "../../../pack";
import kms from "../../../policies/execution-roles/exec-role-kms-decrypt-scoped";
import passRole from "../../../policies/execution-roles/exec-role-passrole-restricted";
import secrets from "../../../policies/execution-roles/exec-role-secret-read-scoped";
import { analyze } from "../../support/analysis";

const statement = functionAllowed({
    Action: ["s3:GetObject", "iam:PassRole", "kms:Decrypt", "secretsmanager:GetSecretValue"],
    Resource: [
        "arn:aws:s3:::orders/*",
        "arn:aws:iam::111122223333:role/app/*",
        "arn:aws:kms:eu-west-1:111122223333:key/*",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:*",
    ],
});

describe("a finding on a statement that is on several services' resources", () => {
    const shown = [
        [passRole, "(arn:aws:iam::111122223333:role/…/*)"],
        [kms, "(arn:aws:kms:eu-west-1:111122223333:key/*)"],
        [secrets, "(arn:aws:secretsmanager:eu-west-1:111122223333:secret:*)"],
    ] as const;
    for (const [rule, resource] of shown)
        it(`shows that of its own: ${rule.id}`, async () => {
            const { checks } = await analyze([rule], statement);
            assert.equal(checks.length, 1);
            assert.ok(checks[0]?.fact.includes(resource), checks[0]?.fact);
        });
});
