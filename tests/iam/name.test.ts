import assert from "node:assert/strict";
import { openNames, parsePolicy } from "../../model/iam";
import { UNKNOWN, Value } from "../../model/values";

const open = (Action: string, Resource: string | readonly string[]) => {
    const [statement] = parsePolicy(
        new Value({ Statement: { Effect: "Allow", Action, Resource } }, "policy"),
    ).statements;
    assert.ok(statement);
    return openNames(statement, Action);
};

describe("patterns that say nothing of whose a resource is", () => {
    const OPEN: readonly (readonly [string, string])[] = [
        ["secretsmanager:GetSecretValue", "*"],
        ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:*"],
        ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:*"],
        ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:?rders"],
        ["ssm:GetParameter", "arn:aws:ssm:eu-west-1:111122223333:param*"],
        ["ssm:GetParameter", "arn:aws:ssm:eu-west-1:111122223333:parameter/*/db"],
        ["s3:GetObject", "arn:aws:s3:::*-uploads/*"],
    ];
    for (const [action, pattern] of OPEN)
        it(`${action} on ${pattern}`, () => assert.deepEqual(open(action, [pattern]), [pattern]));

    const NAMED: readonly (readonly [string, string])[] = [
        ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-*"],
        ["secretsmanager:GetSecretValue", `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${UNKNOWN}-*`],
        ["secretsmanager:GetSecretValue", "arn:aws:s3:::*"],
        ["ssm:GetParameter", "arn:aws:ssm:*:*:parameter/prod/*"],
        ["ssm:GetParameter", "arn:aws:ssm:*:*:parameter/${aws:PrincipalTag/app}/*"],
        ["s3:GetObject", "arn:aws:s3:::uploads/*"],
    ];
    for (const [action, pattern] of NAMED)
        it(`not ${action} on ${pattern.replace(UNKNOWN, "(unknown)")}`, () =>
            assert.deepEqual(open(action, pattern), []));
});
