import assert from "node:assert/strict";
import { isServicePrincipal, type Principal, parsePolicy, parsePrincipal, serviceName } from "../../model/iam";
import { UNKNOWN, Value } from "../../model/values";

const everyone: Principal = { kind: "everyone" };
const account: Principal = { kind: "account", account: "111122223333" };
const arn = (text: string): Principal => ({ kind: "arn", arn: text });

describe("a principal", () => {
    const cases: Readonly<Record<string, Principal>> = {
        "*": everyone,
        "**": everyone,
        "arn:aws:iam::*:root": everyone,
        "arn:aws:iam::*:role/deploy": everyone,
        "arn:*:iam::11112222333?:root": everyone,
        "111122223333": account,
        "arn:aws:iam::111122223333:root": account,
        "arn:aws-cn:iam::111122223333:root": account,
        "arn:aws-us-gov:iam::111122223333:root": account,
        "arn:aws:iam::111122223333:role/deploy": arn("arn:aws:iam::111122223333:role/deploy"),
        "arn:aws:iam::111122223333:user/ann": arn("arn:aws:iam::111122223333:user/ann"),
        "arn:aws:sts::111122223333:assumed-role/deploy/ann": arn("arn:aws:sts::111122223333:assumed-role/deploy/ann"),
        AROAEXAMPLEROLEID: arn("AROAEXAMPLEROLEID"),
        "lambda.amazonaws.com": { kind: "service", service: "lambda" },
        "LAMBDA.amazonaws.com": { kind: "service", service: "lambda" },
        "logs.eu-west-1.amazonaws.com": { kind: "service", service: "logs" },
        "events.amazonaws.com.cn": { kind: "service", service: "events" },
        "delivery.logs.amazonaws.com": { kind: "service", service: "delivery.logs" },
        "tasks.apprunner.amazonaws.com": { kind: "service", service: "tasks.apprunner" },
        "dms.us-gov-west-1.amazonaws.com": { kind: "service", service: "dms" },
    };
    for (const [text, expected] of Object.entries(cases))
        it(`${text} is ${expected.kind}`, () => assert.deepEqual(parsePrincipal(text), expected));
    it("of a service ends in one of AWS's domains", () => {
        for (const text of ["lambda.amazonaws.com.example.com", "amazonaws.com", "lambda", "*.amazonaws.com"])
            assert.equal(serviceName(text), undefined, text);
        assert.ok(isServicePrincipal("alexa-appkit.amazon.com"));
    });
});

describe("the principals of a statement", () => {
    const read = (element: object) => {
        const Statement = [{ Effect: "Allow", Action: "sts:AssumeRole", ...element }];
        const { statements, problems } = parsePolicy(new Value({ Version: "2012-10-17", Statement }, "trust"));
        return { principals: statements[0]?.principals, reasons: problems.map(({ reason }) => reason) };
    };
    const members = (Principal: unknown) => read({ Principal }).principals?.members;

    it("are read of all forms", () => {
        assert.deepEqual(members("*"), [everyone]);
        assert.deepEqual(members({ AWS: "*" }), [everyone]);
        assert.deepEqual(members({ aws: ["111122223333", "*"] }), [account, everyone]);
        assert.deepEqual(members({ Federated: "accounts.google.com" }), [
            { kind: "federated", provider: "accounts.google.com" },
        ]);
        assert.deepEqual(
            members({ CanonicalUser: "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" }),
            [{ kind: "canonical-user" }],
        );
        assert.deepEqual(members({ Service: ["lambda.amazonaws.com"], AWS: "111122223333" }), [
            { kind: "service", service: "lambda" },
            account,
        ]);
    });
    it("are all others in NotPrincipal", () => {
        assert.deepEqual(read({ NotPrincipal: { AWS: "111122223333" } }).principals, { not: true, members: [account] });
    });
    it("are none in an identity policy", () => assert.equal(read({}).principals, undefined));
    it("say under what an unknown one stands", () => {
        const place = "trust.Statement[0].Principal";
        assert.deepEqual(members(UNKNOWN), [{ kind: "unknown", place }]);
        assert.deepEqual(members({ Federated: UNKNOWN, Service: "ec2.amazonaws.com" }), [
            { kind: "unknown", place: `${place}.Federated`, under: "federated" },
            { kind: "service", service: "ec2" },
        ]);
        assert.deepEqual(members({ AWS: ["111122223333", `arn:aws:iam::${UNKNOWN}:root`] }), [
            account,
            { kind: "unknown", place: `${place}.AWS[1]`, under: "aws", suffix: ":root" },
        ]);
    });
    it("are read, with a reason why AWS refuses them, of other forms", () => {
        const list = read({ Principal: ["*"] });
        assert.deepEqual(list.principals?.members, [everyone]);
        assert.deepEqual(list.reasons, ['statement 1 has a Principal that is neither "*" nor an object']);
        const number = read({ Principal: { AWS: 111122223333 } });
        assert.deepEqual(number.principals?.members, [account]);
        assert.deepEqual(number.reasons, ["statement 1 has a member of Principal that is no text"]);
        const both = read({ Principal: "*", NotPrincipal: { AWS: "111122223333" } });
        assert.deepEqual(both.principals, { not: false, members: [everyone] });
        assert.deepEqual(both.reasons, ["statement 1 has both Principal and NotPrincipal"]);
    });
});
