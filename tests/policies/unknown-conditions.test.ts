/** A condition that is not known yet may narrow a statement, or make it weigh less: undecided is no violation of lower weight. */
import assert from "node:assert/strict";
import { IamRole, IamRolePolicy } from "../../model/aws";
import { declare, ref, trusts, unknown } from "../../pack";
import { rules } from "../../policies";
import { outcome } from "../support/rule-tester";

const granting = (statement: object) => ({
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    policy: declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: { Statement: [{ Effect: "Allow", Resource: "*", ...statement }] } as never,
    }),
});
const trusting = (statement: object) => ({
    role: declare(IamRole, {
        assumeRolePolicy: { Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", ...statement }] } as never,
    }),
});

const GRANTS: Readonly<Record<string, object>> = {
    "exec-role-kms-decrypt-scoped": { Action: "kms:Decrypt" },
    "exec-role-secret-read-scoped": { Action: "secretsmanager:GetSecretValue" },
    "exec-role-no-resource-star": { Action: "dynamodb:PutItem" },
    "exec-role-rds-connect-scoped": { Action: "rds-db:connect" },
    "exec-role-passrole-restricted": {
        Action: "iam:PassRole",
        Resource: "arn:aws:iam::111122223333:role/report-*",
    },
};
const TRUSTS: Readonly<Record<string, object>> = {
    "role-trust-restricted": { NotPrincipal: { AWS: "arn:aws:iam::111122223333:user/eve" } },
};

describe("a condition that is not known yet", () => {
    for (const [cases, programOf, place] of [
        [GRANTS, granting, ["policy", "policy.Statement[0]"]],
        [TRUSTS, trusting, ["role", "assumeRolePolicy.Statement[0]"]],
    ] as const) {
        for (const [id, statement] of Object.entries(cases)) {
            const rule = rules.find((one) => one.id === id);
            assert.ok(rule);
            it(`leaves ${id} undecided`, async () => {
                const { violations, awaits } = await outcome(rule, {
                    given: programOf({ ...statement, Condition: unknown }),
                });
                assert.deepEqual([violations, awaits], [[], [`${place.join(".")}.Condition`]]);
            });
            it(`is what keeps ${id} from reporting`, async () => {
                const { violations } = await outcome(rule, { given: programOf(statement) });
                assert.deepEqual(violations, [place.join(": ")]);
            });
        }
    }
});
