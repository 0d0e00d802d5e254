import assert from "node:assert/strict";
import { demandsMfa, parsePolicy } from "../../model/iam";
import { Value } from "../../model/values";

const parsed = (...Statement: readonly object[]) => parsePolicy(new Value({ Statement })).statements;
const allow = (Condition: object) => ({ Effect: "Allow", Action: "*", Resource: "*", Condition });
const deny = (Condition: object, more: object = {}) => ({
    Effect: "Deny",
    NotAction: ["iam:ChangePassword", "iam:EnableMFADevice"],
    Resource: "*",
    Condition,
    ...more,
});
const absent = { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } };

describe("a second factor", () => {
    const CASES: readonly (readonly [string, object, readonly object[], boolean])[] = [
        ["is demanded by the grant", allow({ Bool: { "aws:MultiFactorAuthPresent": "true" } }), [], true],
        ["is demanded by its age", allow({ NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } }), [], true],
        ["may be missing", allow({ BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } }), [], false],
        ["is demanded by the presence of its age", allow({ Null: { "aws:MultiFactorAuthAge": "false" } }), [], true],
        ["its age may be missing", allow({ NumericLessThanIfExists: { "aws:MultiFactorAuthAge": "3600" } }), [], false],
        [
            "whose key temporary credentials have anyway",
            allow({ Null: { "aws:MultiFactorAuthPresent": "false" } }),
            [],
            false,
        ],
        ["is refused", allow({ Bool: { "aws:MultiFactorAuthPresent": "false" } }), [], false],
        ["is not spoken of", allow({ IpAddress: { "aws:SourceIp": "192.0.2.0/24" } }), [], false],
        ["is demanded by a denial of all others", allow({}), [deny(absent)], true],
        [
            "is demanded by a denial where its age is missing",
            allow({}),
            [deny({ Null: { "aws:MultiFactorAuthAge": "true" } })],
            true,
        ],
        [
            "is demanded by a denial of old ones",
            allow({}),
            [deny({ NumericGreaterThanIfExists: { "aws:MultiFactorAuthAge": "3600" } })],
            true,
        ],
        [
            "is not demanded by a denial of old ones where there is one",
            allow({}),
            [deny({ NumericGreaterThan: { "aws:MultiFactorAuthAge": "3600" } })],
            false,
        ],
        [
            "is not demanded of access keys by a denial",
            allow({}),
            [deny({ Bool: { "aws:MultiFactorAuthPresent": "false" } })],
            false,
        ],
        ["is demanded of few by a denial", allow({}), [deny({ ...absent, StringEquals: { "aws:x": "y" } })], false],
        ["is demanded for one service", allow({}), [deny(absent, { NotAction: undefined, Action: "s3:*" })], false],
        ["is demanded on one resource", allow({}), [deny(absent, { Resource: "arn:aws:s3:::reports" })], false],
    ];
    for (const [name, grant, others, expected] of CASES)
        it(name, () => {
            const [first, ...rest] = parsed(grant, ...others);
            assert.equal(first && demandsMfa(first, rest), expected);
        });
});
