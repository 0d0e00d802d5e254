import assert from "node:assert/strict";
import { opensTo } from "../../model/iam";
import { UNKNOWN, Value } from "../../model/values";

const READ = "es:ESHttpGet";
const all = { Effect: "Allow", Principal: "*", Action: "es:*", Resource: "*" };
const within = { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } };
const outside = { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } };
const denial = { ...all, Effect: "Deny" };

const cases: Readonly<Record<string, readonly [is: "yes" | "no" | "undecided", ...statements: readonly object[]]>> = {
    "nothing said": ["no"],
    everyone: ["yes", all],
    "everyone with credentials of any account": ["yes", { ...all, Principal: { AWS: ["*"] } }],
    "everyone but one": ["yes", { ...all, Principal: undefined, NotPrincipal: { AWS: "111122223333" } }],
    "one account": ["no", { ...all, Principal: { AWS: "111122223333" } }],
    "another action": ["no", { ...all, Action: "es:ESHttpPut" }],
    "everything but that": ["no", { ...all, Action: undefined, NotAction: "es:ESHttp*" }],
    "from one network": ["no", { ...all, Condition: within }],
    "until a day that has passed": ["no", { ...all, Condition: { DateLessThan: { "aws:CurrentTime": "2020-01-01" } } }],
    "a condition that anyone meets": ["yes", { ...all, Condition: { Bool: { "aws:SecureTransport": "true" } } }],
    "all others refused": ["no", all, { ...denial, Condition: outside }],
    "those of one network refused": ["yes", all, { ...denial, Condition: within }],
    "all refused": ["no", all, denial],
    "another action refused": ["yes", all, { ...denial, Action: "es:ESHttpPut" }],
    "plain connections refused": ["yes", all, { ...denial, Condition: { Bool: { "aws:SecureTransport": "false" } } }],
    "an action that is not known yet": ["undecided", { ...all, Action: UNKNOWN }],
    "an effect that is not known yet": ["undecided", { ...all, Effect: UNKNOWN }],
    "conditions that are not known yet": ["undecided", { ...all, Condition: UNKNOWN }],
    "somebody who is not known yet": ["no", { ...all, Principal: { AWS: UNKNOWN } }],
};

describe("opensTo", () => {
    for (const [name, [is, ...Statement]] of Object.entries(cases)) {
        it(`${is}: ${name}`, () => {
            const policy = new Value({ Version: "2012-10-17", Statement }, "policy");
            assert.equal(opensTo(policy, [READ], new Date("2026-11-27")).is, is);
        });
    }
    it("undecided: a policy that is not known yet", () =>
        assert.deepEqual(opensTo(new Value(UNKNOWN, "policy"), [READ]), { is: "undecided", awaits: ["policy"] }));
    it("no: none given", () => assert.equal(opensTo(new Value(undefined, "policy"), [READ]).is, "no"));
});
