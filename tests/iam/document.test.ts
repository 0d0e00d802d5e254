import assert from "node:assert/strict";
import fc from "fast-check";
import {
    managedPolicy,
    managedPolicyNames,
    managedStatements,
    matches,
    parsePolicy,
    type Statement,
} from "../../model/iam";
import { UNKNOWN, Value } from "../../model/values";

/** A policy as it is meant, whatever its text looks like. */
interface Meant {
    readonly sid?: string;
    readonly effect: "Allow" | "Deny";
    readonly actions: Named;
    readonly resources?: Named;
    readonly principals?: { readonly not: boolean; readonly by: Readonly<Record<string, readonly string[]>> | "*" };
    readonly conditions: readonly {
        readonly operator: string;
        readonly key: string;
        readonly values: readonly string[];
    }[];
}

interface Named {
    readonly not: boolean;
    readonly names: readonly string[];
}

/** Objects as a program makes them, with a prototype. */
const PLAIN = { noNullPrototype: true } as const;

const named = (name: fc.Arbitrary<string>): fc.Arbitrary<Named> =>
    fc.record({ not: fc.boolean(), names: fc.array(name, { minLength: 1, maxLength: 3 }) }, PLAIN);
const action = fc.constantFrom("s3:GetObject", "S3:*", "*", "sts:AssumeRole", "dynamodb:?etItem");
const resource = fc.constantFrom("*", "arn:aws:s3:::orders/*", "arn:aws:sqs:eu-west-1:111122223333:orders");
const principalText: Readonly<Record<string, fc.Arbitrary<string>>> = {
    AWS: fc.constantFrom("*", "111122223333", "arn:aws:iam::111122223333:role/deploy"),
    Service: fc.constantFrom("lambda.amazonaws.com", "logs.eu-west-1.amazonaws.com"),
    Federated: fc.constantFrom("accounts.google.com", "arn:aws:iam::111122223333:saml-provider/Staff"),
    CanonicalUser: fc.constant("79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"),
};
const principals = fc.record({
    not: fc.boolean(),
    by: fc.oneof(
        fc.constant("*" as const),
        fc
            .subarray(Object.keys(principalText), { minLength: 1 })
            .chain((types) =>
                fc.record(
                    Object.fromEntries(
                        types.map((type) => [
                            type,
                            fc.array(principalText[type] ?? fc.constant(""), { minLength: 1, maxLength: 2 }),
                        ]),
                    ),
                ),
            ),
    ),
});
const conditions = fc.uniqueArray(
    fc.record({
        operator: fc.constantFrom("StringEquals", "ForAnyValue:StringLike", "BoolIfExists", "Null"),
        key: fc.constantFrom("aws:SourceArn", "AWS:PrincipalTag/Team", "s3:prefix"),
        values: fc.array(fc.constantFrom("true", "a", "${aws:username}"), { minLength: 1, maxLength: 2 }),
    }),
    { maxLength: 3, selector: ({ operator, key }) => `${operator} ${key}` },
);
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const meant: fc.Arbitrary<Meant> = fc
    .record({
        // Sids need not be unique for the policy to be read.
        sid: optional(fc.constantFrom("ReadOrders", "ReadOrders", "Write1")),
        effect: fc.constantFrom("Allow", "Deny"),
        actions: named(action),
        resources: optional(named(resource)),
        principals: optional(principals),
        conditions,
    })
    .map(
        (one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as unknown as Meant,
    );

/** How it is written: which of the legal forms is taken, one bit after the other. */
type Hand = () => boolean;

const cased = (hand: Hand, key: string) => (hand() ? key : hand() ? key.toLowerCase() : key.toUpperCase());
const listed = (hand: Hand, values: readonly string[]) => (values.length === 1 && hand() ? values[0] : [...values]);
const wrote = (hand: Hand, key: string, { not, names }: Named) => ({
    [cased(hand, not ? `Not${key}` : key)]: listed(hand, names),
});

function written(hand: Hand, one: Meant): object {
    const { sid, effect, actions, resources, principals: who, conditions: when } = one;
    const by = who && (who.by === "*" ? "*" : mapped(who.by, (values) => listed(hand, values)));
    const blocks: Record<string, Record<string, unknown>> = {};
    for (const { operator, key, values } of when) {
        const block = blocks[operator] ?? {};
        blocks[operator] = { ...block, [key]: listed(hand, values) };
    }
    return {
        ...(sid !== undefined && { [cased(hand, "Sid")]: sid }),
        [cased(hand, "Effect")]: effect,
        ...wrote(hand, "Action", actions),
        ...(resources && wrote(hand, "Resource", resources)),
        ...(who && { [cased(hand, who.not ? "NotPrincipal" : "Principal")]: by }),
        ...((when.length > 0 || hand()) && { [cased(hand, "Condition")]: blocks }),
    };
}

function document(hand: Hand, statements: readonly Meant[]): unknown {
    const all = statements.map((one) => written(hand, one));
    const policy = {
        [cased(hand, "Version")]: "2012-10-17",
        ...(hand() && { Id: "a-policy" }),
        [cased(hand, "Statement")]: all.length === 1 && hand() ? all[0] : all,
    };
    return hand() ? JSON.stringify(policy, null, hand() ? 2 : 0) : policy;
}

function mapped<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** What was read, in the words of what was meant. */
function understood(statement: Statement): unknown {
    const { sid, effect, actions, resources, conditions: when } = statement;
    return {
        sid,
        effect,
        actions: { not: actions.not, names: actions.patterns },
        resources: resources && { not: resources.not, names: resources.patterns },
        principals: statement.principals,
        conditions: when.map(({ operator, key, values }) => `${operator} ${key} ${values.join()}`).sort(),
    };
}

function expected(one: Meant): unknown {
    const { sid, effect, actions, resources, principals: who, conditions: when } = one;
    const by = who && (who.by === "*" ? { AWS: ["*"] } : who.by);
    const kinds: Readonly<Record<string, object>> = {
        "*": { kind: "everyone" },
        "111122223333": { kind: "account", account: "111122223333" },
        "arn:aws:iam::111122223333:role/deploy": { kind: "arn", arn: "arn:aws:iam::111122223333:role/deploy" },
        "lambda.amazonaws.com": { kind: "service", service: "lambda" },
        "logs.eu-west-1.amazonaws.com": { kind: "service", service: "logs" },
    };
    const members = Object.entries(by ?? {}).flatMap(([type, texts]) =>
        texts.map((text) =>
            type === "Federated"
                ? { kind: "federated", provider: text }
                : type === "CanonicalUser"
                  ? { kind: "canonical-user" }
                  : kinds[text],
        ),
    );
    return {
        sid,
        effect,
        actions,
        resources,
        principals: who && { not: who.not, members },
        conditions: when.map(({ operator, key, values }) => `${operator} ${key.toLowerCase()} ${values.join()}`).sort(),
    };
}

const hand = fc.infiniteStream(fc.boolean()).map(
    (stream): Hand =>
        () =>
            stream.next().value === true,
);
const parsed = (source: unknown) => parsePolicy(new Value(source, "policy"));
const reasons = (source: unknown) => parsed(source).problems.map(({ reason }) => reason);

describe("a policy document", () => {
    it("is the same in every legal form", () => {
        fc.assert(
            fc.property(fc.array(meant, { maxLength: 3 }), hand, (statements, by) => {
                const read = parsed(document(by, statements));
                assert.deepEqual(read.problems, []);
                assert.deepEqual(read.unknown, []);
                assert.deepEqual(read.statements.map(understood), statements.map(expected));
                assert.deepEqual(
                    read.statements.map(({ index }) => index),
                    statements.map((_, index) => index),
                );
            }),
            { numRuns: 500 },
        );
    });
    it("never throws, whatever stands in it", () => {
        fc.assert(
            fc.property(fc.oneof(fc.anything(), fc.json(), fc.object({ key: fc.constantFrom(...KEYS) })), (source) => {
                parsed(source);
            }),
            { numRuns: 500 },
        );
    });
    it("that was not given has no statements and no problem", () => {
        assert.deepEqual(parsed(undefined), { statements: [], unknown: [], problems: [] });
        assert.deepEqual(parsed(null), { statements: [], unknown: [], problems: [] });
    });
    it("of AWS's own is read without a complaint", () => {
        for (const name of managedPolicyNames()) {
            const policy = managedPolicy(`arn:aws:iam::aws:policy/${name}`);
            if (!policy) continue;
            const { problems, unknown } = parsePolicy(new Value(policy.document));
            assert.deepEqual([problems, unknown], [[], []], name);
            assert.ok(managedStatements(policy).length > 0, name);
        }
    });
    it("may have no statements", () => assert.deepEqual(parsed({ Version: "2012-10-17", Statement: [] }).problems, []));
    it("for an organization or a boundary names no principal, and may deny everything", () => {
        const text = '{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotAction":["iam:*"],"Resource":"*"}}';
        const [statement] = parsed(text).statements;
        assert.equal(statement?.principals, undefined);
        assert.deepEqual([statement?.effect, statement?.actions.not], ["Deny", true]);
    });

    describe("of a version without variables", () => {
        const resourceOf = (source: object) =>
            parsed({
                ...source,
                Statement: { Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::b/${aws:username}*" },
            }).statements[0]?.resources?.patterns[0] ?? "";
        for (const [name, source] of Object.entries({
            "which it does not give": {},
            "of 2008": { Version: "2008-10-17" },
        }))
            it(`${name}: takes them for plain text`, () => {
                assert.ok(matches(resourceOf(source), "arn:aws:s3:::b/${aws:username}/x"));
                assert.ok(!matches(resourceOf(source), "arn:aws:s3:::b/ann/x"));
            });
        it("takes them for what they are where the version is 2012's, or not known yet", () => {
            for (const Version of ["2012-10-17", UNKNOWN])
                assert.ok(matches(resourceOf({ Version }), "arn:aws:s3:::b/ann/x"));
        });
        it("has plain text in its conditions too", () => {
            const Condition = { StringEquals: { "aws:PrincipalTag/a": "${aws:username}" } };
            const source = { Statement: { Effect: "Allow", Action: "*", Resource: "*", Condition } };
            assert.deepEqual(parsed(source).statements[0]?.conditions[0]?.values, ["${$}{aws:username}"]);
        });
    });

    describe("that AWS refuses", () => {
        const good = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
        const cases: readonly (readonly [string, unknown, string])[] = [
            ["no JSON", "{not json", "is not JSON"],
            ["other text", "arn:aws:iam::aws:policy/x", "is not JSON"],
            ["a list", [good], "is neither a policy object nor JSON text of one"],
            ["a number", 7, "is neither a policy object nor JSON text of one"],
            ["text of a text", '"{}"', "is neither a policy object nor JSON text of one"],
            [
                "a version that there is not",
                { Version: "2012-10-18", Statement: [] },
                "has a Version that is neither 2012-10-17 nor 2008-10-17",
            ],
            ["without statements", { Version: "2012-10-17" }, "has no Statement"],
        ];
        for (const [name, source, reason] of cases)
            it(`${name}: says why`, () => assert.deepEqual(reasons(source), [reason]));
        const beside: readonly (readonly [string, unknown, string])[] = [
            ["a text among statements", "Allow", "holds a statement that is no object"],
            ["no effect", { Action: "*", Resource: "*" }, "statement 2 has no Effect of Allow or Deny"],
            ["an effect in another case", { ...good, Effect: "allow" }, "statement 2 has no Effect of Allow or Deny"],
            ["a denial in small letters", { ...good, Effect: "deny" }, "statement 2 has no Effect of Allow or Deny"],
            ["no action", { Effect: "Allow", Resource: "*" }, "statement 2 has neither Action nor NotAction"],
            ["two kinds of actions", { ...good, NotAction: "x" }, "statement 2 has both Action and NotAction"],
            ["two kinds of resources", { ...good, NotResource: "x" }, "statement 2 has both Resource and NotResource"],
            ["a number for an action", { ...good, Action: [7] }, "statement 2 has a member of Action that is no text"],
            ["a text for conditions", { ...good, Condition: "x" }, "statement 2 has a Condition that is no object"],
            [
                "an operator that there is not",
                { ...good, Condition: { StringMatches: { "aws:SourceIp": "x" } } },
                "statement 2 has a condition with an operator that IAM does not have",
            ],
        ];
        for (const [name, statement, reason] of beside)
            it(`${name}: says why, and reads the statements beside it`, () => {
                const read = parsed({ Version: "2012-10-17", Statement: [good, statement, good] });
                assert.deepEqual(
                    read.problems.map((problem) => problem.reason),
                    [reason],
                );
                assert.equal(
                    read.statements.filter(({ resources }) => resources?.patterns[0] === "*").length >= 2,
                    true,
                );
                assert.deepEqual(read.statements.at(-1)?.index, 2);
            });
    });

    describe("that is partly unknown", () => {
        it("waits as a whole, or for its statements", () => {
            assert.deepEqual(parsed(UNKNOWN).unknown, ["policy"]);
            assert.deepEqual(parsed(`{"Statement": ${UNKNOWN}}`).unknown, ["policy"]);
            assert.deepEqual(parsed({ Statement: UNKNOWN }).unknown, ["policy.Statement"]);
            assert.deepEqual(parsed({ Statement: [UNKNOWN, { Effect: "Allow", Action: "*" }] }).unknown, [
                "policy.Statement[0]",
            ]);
        });
        it("keeps what is known beside it", () => {
            const { statements, unknown } = parsed({
                Version: "2012-10-17",
                Statement: [
                    UNKNOWN,
                    { Effect: UNKNOWN, Action: ["s3:*", UNKNOWN], Resource: [`arn:aws:s3:::${UNKNOWN}/*`, "*"] },
                    {
                        Effect: "Deny",
                        Action: UNKNOWN,
                        Condition: { StringEquals: { "aws:SourceArn": [UNKNOWN, "a"] } },
                    },
                ],
            });
            assert.deepEqual(unknown, ["policy.Statement[0]"]);
            const [first, second] = statements;
            assert.deepEqual([first?.effect, first?.unknown], [undefined, ["policy.Statement[1].Effect"]]);
            assert.deepEqual(first?.actions.patterns, ["s3:*"]);
            assert.deepEqual(
                first?.actions.unknown.map(({ place }) => place),
                ["policy.Statement[1].Action[1]"],
            );
            assert.deepEqual(first?.resources?.patterns, ["*"]);
            assert.deepEqual(
                first?.resources?.unknown.map(({ prefix }) => prefix),
                ["arn:aws:s3:::"],
            );
            assert.deepEqual(
                second?.actions.unknown.map(({ place }) => place),
                ["policy.Statement[2].Action"],
            );
            assert.deepEqual(second?.conditions[0]?.values, ["a"]);
            assert.deepEqual(second?.conditions[0]?.unknown, [
                'policy.Statement[2].Condition.StringEquals["aws:SourceArn"][0]',
            ]);
        });
        it("in JSON text keeps it too", () => {
            const text = JSON.stringify({ Statement: { Effect: "Allow", Action: "s3:*", Resource: `${UNKNOWN}/*` } });
            const [statement] = parsed(text).statements;
            assert.deepEqual([statement?.actions.patterns, statement?.path], [["s3:*"], "policy"]);
            assert.equal(statement?.resources?.unknown.length, 1);
        });
    });
});

const KEYS = ["Version", "Statement", "Effect", "Action", "Resource", "Principal", "Condition", "StringEquals", "AWS"];
