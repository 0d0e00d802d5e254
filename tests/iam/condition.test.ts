import assert from "node:assert/strict";
import {
    type Condition,
    callerBound,
    demands,
    demandsOn,
    type Narrowing,
    namesOwner,
    narrowing,
    opposite,
    parseOperator,
    parsePolicy,
    type Statement,
} from "../../model/iam";
import { UNKNOWN, Value } from "../../model/values";

function statementOf(Condition: unknown): Statement {
    const source = { Version: "2012-10-17", Statement: { Effect: "Allow", Principal: "*", Action: "*", Condition } };
    const [statement] = parsePolicy(new Value(source, "policy")).statements;
    assert.ok(statement);
    return statement;
}

const conditionOf = (operator: string, value: unknown, key = "aws:SourceAccount"): Condition => {
    const [condition] = statementOf({ [operator]: { [key]: value } }).conditions;
    assert.ok(condition);
    return condition;
};

describe("condition operators", () => {
    const positive =
        "StringEquals StringEqualsIgnoreCase StringLike NumericEquals NumericLessThan NumericLessThanEquals NumericGreaterThan NumericGreaterThanEquals DateEquals DateLessThan DateLessThanEquals DateGreaterThan DateGreaterThanEquals Bool BinaryEquals IpAddress ArnEquals ArnLike".split(
            " ",
        );
    const negative =
        "StringNotEquals StringNotEqualsIgnoreCase StringNotLike NumericNotEquals DateNotEquals NotIpAddress ArnNotEquals ArnNotLike".split(
            " ",
        );
    for (const operator of positive) {
        it(`${operator} demands its value; in any case; for any of several; not if the key may be missing`, () => {
            assert.ok(demands(conditionOf(operator, "1")));
            assert.ok(demands(conditionOf(operator.toUpperCase(), "1")));
            assert.ok(demands(conditionOf(`ForAnyValue:${operator}`, ["1", "2"])));
            assert.ok(!demands(conditionOf(`${operator}IfExists`, "1")));
            assert.ok(!demands(conditionOf(`ForAllValues:${operator}`, "1")));
            assert.ok(!demands(conditionOf(`ForAllValues:${operator}IfExists`, "1")));
        });
    }
    for (const operator of negative) {
        it(`${operator} demands nothing`, () => {
            assert.equal(parseOperator(operator)?.positive, false);
            for (const form of [operator, `${operator}IfExists`, `ForAnyValue:${operator}`])
                assert.ok(!demands(conditionOf(form, "1")));
        });
    }
    it("Null demands no value, and takes no IfExists", () => {
        assert.ok(!demands(conditionOf("Null", "true")));
        assert.ok(!demands(conditionOf("Null", "false")));
        assert.equal(parseOperator("NullIfExists"), undefined);
    });
    it("what IAM does not have demands nothing", () => {
        for (const operator of ["StringMatches", "Equals", "ForEach:StringEquals", "StringEqualsIfExist", ""])
            assert.equal(parseOperator(operator), undefined, operator);
        assert.ok(!demands(conditionOf("StringMatches", "1")));
    });
});

describe("what a condition demands", () => {
    const holds = (condition: unknown) => {
        const { conditions } = statementOf(condition);
        return conditions.some((one) => demands(one, conditions));
    };
    it("a key that may be missing, where another condition asks for its presence", () => {
        const Null = { "AWS:SourceAccount": "false" };
        assert.ok(holds({ StringEqualsIfExists: { "aws:SourceAccount": "111122223333" }, Null }));
        assert.ok(holds({ "ForAllValues:StringEquals": { "aws:sourceaccount": "111122223333" }, Null }));
        assert.ok(holds({ StringEqualsIfExists: { "aws:SourceAccount": "1" }, Null: { "aws:SourceAccount": false } }));
    });
    it("nothing, where the other asks for its absence, or for another key's presence", () => {
        const StringEqualsIfExists = { "aws:SourceAccount": "111122223333" };
        assert.ok(!holds({ StringEqualsIfExists, Null: { "aws:SourceAccount": "true" } }));
        assert.ok(!holds({ StringEqualsIfExists, Null: { "aws:SourceArn": "false" } }));
        assert.ok(!holds({ StringEqualsIfExists, Null: { "aws:SourceAccount": ["false", "true"] } }));
    });
    it("nothing, by a pattern of everything; one among others is enough", () => {
        for (const operator of ["StringLike", "ArnLike", "ArnEquals", "ForAnyValue:StringLike"]) {
            for (const value of ["*", "**", "?*", ["111122223333", "*"]])
                assert.ok(!holds({ [operator]: { "aws:SourceAccount": value } }), operator);
        }
        assert.ok(holds({ StringLike: { "aws:SourceAccount": "${*}" } }), "a literal star");
    });
    it("a star where the operator reads it as a character", () => {
        for (const operator of ["StringEquals", "StringEqualsIgnoreCase", "ForAnyValue:StringEquals"])
            assert.ok(holds({ [operator]: { "aws:SourceAccount": "*" } }), operator);
    });
    it("nothing, by the key's own value", () => {
        assert.ok(!holds({ StringEquals: { "aws:PrincipalArn": "${aws:PrincipalArn}" } }));
        assert.ok(holds({ StringEquals: { "aws:PrincipalAccount": "${aws:ResourceAccount}" } }));
    });
    it("nothing, by empty values and empty lists", () => {
        assert.ok(!holds({ StringEquals: { "aws:SourceAccount": "" } }));
        assert.ok(!holds({ StringEquals: { "aws:SourceAccount": [] } }));
    });
    it("an output that is not known yet, but not beside a pattern of everything", () => {
        assert.ok(holds({ StringEquals: { "aws:SourceAccount": UNKNOWN } }));
        assert.ok(holds({ ArnLike: { "aws:SourceArn": [`${UNKNOWN}/*`] } }));
        assert.ok(!holds({ StringLike: { "aws:SourceAccount": [UNKNOWN, "*"] } }));
    });
    it("is found by its key in any case, and below a prefix", () => {
        const statement = statementOf({
            StringEquals: { "AWS:PrincipalTag/Team": "orders", "SAML:aud": "x" },
            StringEqualsIfExists: { "sts:ExternalId": "x" },
        });
        assert.equal(demandsOn(statement, "aws:PrincipalTag/").length, 1);
        assert.equal(demandsOn(statement, "saml:AUD", "sts:ExternalId").length, 1);
    });
});

describe("a denial's opposite", () => {
    const flipped = (operator: string, value: unknown, key = "aws:PrincipalOrgID") => {
        const found = opposite(conditionOf(operator, value, key));
        return found && `${found.operator} ${found.values.join(",")}`;
    };
    const cases: readonly (readonly [string, unknown, string | undefined])[] = [
        ["StringNotEquals", ["a", "b"], "stringequals a,b"],
        ["StringNotEqualsIfExists", "a", "stringequals a"],
        ["StringNotLike", "a*", "stringlike a*"],
        ["ForAllValues:StringNotLike", "a/*", "foranyvalue:stringlike a/*"],
        ["ForAnyValue:StringNotEquals", "a", "forallvalues:stringequals a"],
        ["ArnNotLike", "arn:aws:iam::1:role/x", "arnlike arn:aws:iam::1:role/x"],
        ["NotIpAddress", "10.0.0.0/8", "ipaddress 10.0.0.0/8"],
        ["BoolIfExists", "false", "bool true"],
        ["Null", "true", "null false"],
        ["NumericGreaterThanIfExists", "3600", "numericlessthanequals 3600"],
        // A request without the key escapes these.
        ["ForAllValues:StringEquals", "a", undefined],
        ["ForAnyValue:Bool", "false", undefined],
        ["Bool", "false", undefined],
        ["StringEquals", "a", undefined],
        ["NumericGreaterThan", "3600", undefined],
        ["Bool", ["true", "false"], undefined],
    ];
    for (const [operator, value, expected] of cases)
        it(`${operator} ${String(value)}`, () => assert.equal(flipped(operator, value), expected));
});

describe("the caller", () => {
    const bound = (condition: unknown) => callerBound(statementOf(condition)).is.is;
    const each = (name: string, expected: "yes" | "no", cases: readonly (readonly [string, string, unknown])[]) => {
        for (const [operator, key, value] of cases)
            it(`${name}: ${operator} ${key} ${String(value)}`, () => {
                assert.equal(bound({ [operator]: { [key]: value } }), expected);
            });
    };
    each("bounded", "yes", [
        ["StringEquals", "aws:SourceAccount", "111122223333"],
        ["StringEquals", "AWS:SOURCEACCOUNT", ["111122223333", "444455556666"]],
        ["StringEquals", "aws:SourceOwner", "111122223333"],
        ["StringEquals", "aws:SourceOrgID", "o-a1b2c3d4e5"],
        ["StringEquals", "aws:SourceOrgID", "${aws:ResourceOrgID}"],
        ["StringEquals", "aws:PrincipalAccount", "${aws:ResourceAccount}"],
        ["StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5"],
        ["ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-a1b2c3d4e5/*"],
        ["ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "${aws:ResourceOrgID}/*"],
        ["ArnLike", "aws:SourceArn", "arn:aws:events:*:111122223333:rule/*"],
        ["ArnLike", "aws:SourceArn", "arn:aws:route53:::hostedzone/Z0123456789ABC"],
        ["StringEqualsIfExists", "aws:PrincipalAccount", "111122223333"],
        ["Bool", "elasticfilesystem:AccessedViaMountTarget", "true"],
        ["StringLike", "aws:SourceArn", "arn:aws-cn:sns:cn-north-1:111122223333:*"],
        ["ArnEquals", "aws:PrincipalArn", "arn:aws-us-gov:iam::111122223333:role/deploy"],
        ["StringEquals", "aws:SourceVpce", "vpce-0a1b2c3d4e5f60718"],
        ["StringEquals", "aws:SourceVpc", "vpc-0a1b2c3d4e5f60718"],
        ["StringLike", "aws:userid", "AROAEXAMPLEROLEID:*"],
        ["StringEquals", "kms:CallerAccount", "111122223333"],
        ["StringLike", "sns:Endpoint", "*@example.com"],
        ["StringLike", "sns:Endpoint", "arn:aws:sqs:eu-west-1:111122223333:*"],
        ["IpAddress", "aws:SourceIp", ["203.0.113.0/24", "2001:db8::/32"]],
        ["IpAddress", "aws:SourceIp", "203.0.113.7"],
        ["StringEquals", "aws:SourceAccount", UNKNOWN],
        ["ArnEquals", "aws:SourceArn", `${UNKNOWN}/*`],
        // To these the star is a plain character, which is in nobody's id.
        ["StringEquals", "aws:PrincipalOrgID", "o-*"],
    ]);
    each("not bounded", "no", [
        ["ArnLike", "aws:SourceArn", "arn:aws:s3:::orders"],
        ["ArnLike", "aws:SourceArn", "arn:aws:sns:eu-west-1:????????????:orders"],
        ["ArnLike", "aws:SourceArn", "arn:aws:sns:eu-west-1:11112222*:orders"],
        ["ArnLike", "aws:SourceArn", "arn:aws:*"],
        ["StringEqualsIfExists", "aws:PrincipalOrgID", "o-a1b2c3d4e5"],
        // Who calls a bucket without credentials has no ARN.
        ["ArnEqualsIfExists", "aws:PrincipalArn", "arn:aws:iam::111122223333:role/deploy"],
        ["Bool", "elasticfilesystem:AccessedViaMountTarget", "false"],
        ["StringEquals", "aws:ResourceAccount", "111122223333"],
        ["StringEquals", "aws:PrincipalType", "AssumedRole"],
        ["StringEquals", "aws:PrincipalServiceName", "s3.amazonaws.com"],
        ["StringEquals", "s3:x-amz-acl", "private"],
        ["StringEquals", "sns:Protocol", "https"],
        ["StringLike", "aws:SourceAccount", "*"],
        ["StringLike", "aws:SourceAccount", ["111122223333", "4*"]],
        ["StringNotEquals", "aws:SourceAccount", "111122223333"],
        ["StringEqualsIfExists", "aws:SourceAccount", "111122223333"],
        ["ForAllValues:StringEquals", "aws:SourceAccount", "111122223333"],
        ["Null", "aws:SourceAccount", "false"],
        ["StringLike", "aws:PrincipalOrgID", "o-*"],
        ["ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-*/r-ab12/*"],
        ["ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "*"],
        ["StringLike", "aws:SourceVpce", "vpce-0*"],
        ["ArnLike", "aws:SourceArn", "arn:aws:events:*:*:rule/nightly"],
        ["ArnLike", "aws:SourceArn", "arn:aws:s3:::*"],
        ["ArnLike", "aws:SourceArn", ["arn:aws:sns:*:111122223333:*", "arn:aws:sns:*:*:*"]],
        ["ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/deploy"],
        ["ArnLike", "aws:PrincipalArn", "arn:aws:iam::${aws:PrincipalAccount}:role/deploy"],
        ["StringLike", "aws:PrincipalArn", "*deploy*"],
        ["StringLike", "aws:userid", "*:deploy"],
        ["StringLike", "sns:Endpoint", "https://*"],
        ["IpAddress", "aws:SourceIp", "0.0.0.0/0"],
        ["IpAddress", "aws:SourceIp", "::/0"],
        ["IpAddress", "aws:SourceIp", ["203.0.113.0/24", "0.0.0.0/0"]],
        ["IpAddress", "aws:SourceIp", ["0.0.0.0/1", "128.0.0.0/1"]],
        ["IpAddress", "aws:VpcSourceIp", "10.0.0.0/8"],
        ["StringEquals", "sts:ExternalId", "a-long-external-id"],
        ["StringEquals", "aws:PrincipalTag/team", "orders"],
        ["Bool", "aws:SecureTransport", "true"],
        ["Bool", "aws:MultiFactorAuthPresent", "true"],
        ["Bool", "aws:PrincipalIsAWSService", "true"],
        ["StringLike", "aws:Referer", "https://example.com/*"],
        ["StringEquals", "lambda:FunctionUrlAuthType", "AWS_IAM"],
        ["StringEquals", "aws:RequestedRegion", "eu-west-1"],
    ]);
    it("is bounded by one of several conditions, which is named", () => {
        const { is, keys } = callerBound(
            statementOf({
                Bool: { "aws:SecureTransport": true },
                StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
            }),
        );
        assert.deepEqual([is.is, keys], ["yes", ["aws:principalorgid"]]);
    });
    it("is undecided where the block, or all of an operator, is unknown, unless the rest settles it", () => {
        assert.deepEqual(callerBound(statementOf(UNKNOWN)).is, {
            is: "undecided",
            awaits: ["policy.Statement.Condition"],
        });
        assert.deepEqual(callerBound(statementOf({ StringEquals: UNKNOWN })).is, {
            is: "undecided",
            awaits: ["policy.Statement.Condition.StringEquals"],
        });
        assert.equal(bound({ StringLike: UNKNOWN, StringEquals: { "aws:SourceAccount": "111122223333" } }), "yes");
    });
    it("is not bounded without conditions", () => assert.equal(bound(undefined), "no"));
});

describe("an ARN's owner", () => {
    for (const arn of [
        "arn:aws:sqs:eu-west-1:111122223333:orders",
        "arn:aws:*:*:111122223333:*",
        "arn:aws:cloudfront::111122223333:distribution/E1",
        "arn:aws:iam::${aws:ResourceAccount}:role/*",
        "arn:aws:apigateway:eu-west-1::/restapis/abc/*",
    ])
        it(`is named: ${arn}`, () => assert.ok(namesOwner(arn)));
    for (const arn of [
        "*",
        "arn:*",
        "arn:aws:sqs:*:*:orders",
        "arn:aws:s3:::*",
        "arn:aws:s3:::orders",
        "arn:aws:iam::${aws:userid}:role/x",
    ])
        it(`is anybody: ${arn}`, () => assert.ok(!namesOwner(arn)));
});

const NARROWINGS: readonly (readonly [string, object, Narrowing])[] = [
    ["no condition", {}, "nothing"],
    [
        "the service through which a key is used",
        { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
        "resource",
    ],
    ["what was encrypted", { StringEquals: { "kms:EncryptionContext:tenant": "a" } }, "resource"],
    ["a key by its alias", { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/orders" } }, "resource"],
    ["a key by the alias of the request", { StringEquals: { "kms:RequestAlias": "alias/orders" } }, "resource"],
    ["the tags of a resource", { StringEquals: { "aws:ResourceTag/app": "orders" } }, "resource"],
    [
        "one secret",
        { ArnEquals: { "secretsmanager:SecretId": "arn:aws:secretsmanager:us-east-1:1:secret:a" } },
        "resource",
    ],
    ["whose key it is: one's own anyway", { StringEquals: { "kms:CallerAccount": "111122223333" } }, "nothing"],
    [
        "any alias, or none at all",
        { "ForAllValues:StringEquals": { "kms:ResourceAliases": "alias/orders" } },
        "nothing",
    ],
    ["what make a key is", { StringEquals: { "kms:KeySpec": "SYMMETRIC_DEFAULT" } }, "circumstances"],
    ["which version of a secret", { StringEquals: { "secretsmanager:VersionStage": "AWSCURRENT" } }, "circumstances"],
    ["whether folders are read to their end", { Bool: { "ssm:Recursive": "false" } }, "circumstances"],
    ["the caller's network", { StringEquals: { "aws:SourceVpce": "vpce-1" } }, "circumstances"],
    ["a key of its service", { StringEquals: { "ec2:Vpc": "vpc-1" } }, "resource"],
    [
        "items told by their keys",
        { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": "${aws:userid}" } },
        "resource",
    ],
    ["a tag that may be missing", { StringEqualsIfExists: { "aws:ResourceTag/team": "orders" } }, "nothing"],
    [
        "a tag that would be missing, but must be there",
        { StringEqualsIfExists: { "aws:ResourceTag/team": "orders" }, Null: { "aws:ResourceTag/team": "false" } },
        "resource",
    ],
];

describe("what conditions narrow", () => {
    for (const [name, Condition, expected] of NARROWINGS)
        it(`${name}: ${expected}`, () => assert.equal(narrowing(statementOf(Condition)), expected));
});
