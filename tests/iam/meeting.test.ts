import assert from "node:assert/strict";
import { type Circumstances, canBeMet, parsePolicy } from "../../model/iam";
import { UNKNOWN, Value } from "../../model/values";

const since = new Date("2026-11-27T12:00:00Z");
const carries = (entries: Readonly<Record<string, readonly string[]>>): Circumstances => ({
    since,
    carries: new Map(Object.entries(entries)),
});
const role = carries({
    "aws:principalarn": ["arn:*:iam::*:role/orders"],
    "aws:principalisawsservice": ["false"],
    "aws:username": [],
    "iam:passedtoservice": ["lambda.amazonaws.com"],
});

function isMet(Condition: object, circumstances: Circumstances): boolean {
    const Statement = [{ Effect: "Allow", Action: "*", Resource: "*", Condition }];
    const [statement] = parsePolicy(new Value({ Version: "2012-10-17", Statement }, "policy")).statements;
    return canBeMet(statement?.conditions ?? [], circumstances);
}

const NEVER: Readonly<Record<string, object>> = {
    "a date that has passed": { DateLessThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } },
    "a year that has passed": { DateLessThan: { "aws:CurrentTime": "2020" } },
    "a moment in seconds that has passed": { NumericLessThan: { "aws:EpochTime": "1577836800" } },
    "the later of two dates that have passed": {
        DateLessThanEquals: { "aws:CurrentTime": ["2019-01-01", "2020-01-01"] },
    },
    "a session of years ago": { DateLessThan: { "aws:TokenIssueTime": "2020-01-01T00:00:00Z" } },
    "an empty window": {
        DateGreaterThan: { "aws:CurrentTime": "2030-06-01T00:00:00Z" },
        DateLessThan: { "aws:CurrentTime": "2030-05-01T00:00:00Z" },
    },
    "a number that is none": {
        NumericLessThan: { "s3:max-keys": "5" },
        NumericGreaterThanEquals: { "s3:max-keys": "5" },
    },
    "another identity": { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/other" } },
    "another identity, if it exists": { ArnLikeIfExists: { "aws:PrincipalArn": "arn:aws:iam::*:role/o*s/x" } },
    "everybody but itself": { ArnNotLike: { "aws:PrincipalArn": "arn:*:iam::*:role/orders" } },
    "an AWS service": { Bool: { "aws:PrincipalIsAWSService": "true" } },
    "a user, of a role": { StringEquals: { "aws:username": "maria" } },
    "a star that is a plain character": { StringEquals: { "aws:PrincipalOrgID": "*" } },
    "and one in the middle": { StringEqualsIgnoreCase: { "aws:PrincipalTag/team": ["orders-*", "?"] } },
    "every service but this one": { StringNotEquals: { "iam:PassedToService": "lambda.amazonaws.com" } },
    "another service": { StringLike: { "iam:PassedToService": "ec2.*" } },
    "two values at once": {
        StringEquals: { "aws:PrincipalTag/team": "a" },
        StringLike: { "aws:PrincipalTag/team": "b*" },
    },
    "a value and not": {
        StringEquals: { "aws:ResourceTag/x": "a" },
        StringNotEquals: { "aws:ResourceTag/x": ["a", "b"] },
    },
    "there and not there": {
        Null: { "aws:PrincipalTag/team": "true" },
        StringEquals: { "aws:PrincipalTag/team": "a" },
    },
    "a request without a time": { Null: { "aws:CurrentTime": "true" } },
    "neither true nor false": { Bool: { "aws:SecureTransport": "*" } },
};

const SOMETIMES: Readonly<Record<string, object>> = {
    "no condition": {},
    "a date to come": { DateGreaterThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } },
    "until a date to come": { DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } },
    "one of two dates": { DateLessThan: { "aws:CurrentTime": ["2020-01-01", "2030-01-01"] } },
    "a session of yesterday": { DateLessThan: { "aws:TokenIssueTime": "2026-11-26T12:00:00Z" } },
    "a date that is not known": { DateLessThan: { "aws:CurrentTime": UNKNOWN } },
    itself: { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/orders" } },
    "itself among others": {
        ArnEquals: { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/x", "arn:*:iam::*:role/or*"] },
    },
    "an identity by a variable": { StringEquals: { "aws:PrincipalArn": "${aws:PrincipalTag/arn}" } },
    "not a user, of a role": { StringNotEquals: { "aws:username": "maria" } },
    "a user, if it is one": { StringEqualsIfExists: { "aws:username": "maria" } },
    "a star that is a wildcard": { StringLike: { "aws:PrincipalOrgID": "*" } },
    "a star where callers write what they like": { StringEquals: { "s3:prefix": "orders/*" } },
    "a star beside a value": { StringEquals: { "aws:PrincipalOrgID": ["*", "o-a1b2c3d4e5"] } },
    "this service": { StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com", "lambda.amazonaws.com"] } },
    "several values of a key that has several": {
        "ForAnyValue:StringEquals": { "aws:TagKeys": "a" },
        "ForAllValues:StringEquals": { "aws:TagKeys": ["b"] },
    },
    "a number in a range": {
        NumericLessThanEquals: { "s3:max-keys": "5" },
        NumericGreaterThanEquals: { "s3:max-keys": "5" },
    },
    "without a tag": { Null: { "aws:PrincipalTag/team": "true" } },
    "an operator that IAM does not have": { StringIs: { "aws:PrincipalTag/team": "*" } },
};

describe("a condition", () => {
    for (const [name, condition] of Object.entries(NEVER))
        it(`that nobody meets: ${name}`, () => assert.equal(isMet(condition, role), false));
    for (const [name, condition] of Object.entries(SOMETIMES))
        it(`that somebody meets: ${name}`, () => assert.equal(isMet(condition, role), true));
    it("on a date is met where nobody says what day it is", () => {
        assert.equal(isMet(NEVER["a date that has passed"] ?? {}, {}), true);
    });
    it("on an identity is met where nobody says which it is", () => {
        assert.equal(isMet(NEVER["another identity"] ?? {}, {}), true);
    });
});
