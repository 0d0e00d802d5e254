import assert from "node:assert/strict";
import fc from "fast-check";
import { type Grant, Permissions, parsePolicy } from "../../model/iam";
import { UNKNOWN, Value } from "../../model/values";

interface Plain {
    readonly Effect: "Allow" | "Deny";
    readonly Action?: string | readonly string[];
    readonly NotAction?: string | readonly string[];
    readonly Resource?: string | readonly string[];
    readonly NotResource?: string | readonly string[];
    readonly Condition?: object;
}

const grantsOf = (statements: readonly Plain[]): readonly Grant[] =>
    parsePolicy(new Value({ Version: "2012-10-17", Statement: statements }, "policy")).statements.map((statement) => ({
        statement,
    }));
const permissions = (statements: readonly Plain[], boundary?: readonly Plain[]) =>
    new Permissions(grantsOf(statements), boundary && grantsOf(boundary));

const expressions = new Map<string, RegExp>();

function matches(pattern: string, text: string): boolean {
    const known = expressions.get(pattern);
    const expression = known ?? new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`);
    expressions.set(pattern, expression);
    return expression.test(text);
}

/** IAM's evaluation by its definition, of one request: slow and plain, to hold the real one against. */
function isAllowed(statements: readonly Plain[], boundary: readonly Plain[] | undefined, action: string, text: string) {
    // A queue's action is never asked of a topic.
    if (action.split(":")[0] !== text.split(":")[2]) return false;
    const list = (given: string | readonly string[] | undefined) => (typeof given === "string" ? [given] : given);
    const applies = ({ Action, NotAction, Resource, NotResource }: Plain) => {
        const lower = (pattern: string) => matches(pattern.toLowerCase(), action.toLowerCase());
        const named = list(Action)?.some(lower) ?? !list(NotAction)?.some(lower);
        return (
            named &&
            (list(Resource)?.some((one) => matches(one, text)) ?? !list(NotResource)?.some((one) => matches(one, text)))
        );
    };
    const by = (all: readonly Plain[], effect: string) => all.some((one) => one.Effect === effect && applies(one));
    if (by([...statements, ...(boundary ?? [])], "Deny")) return false;
    return by(statements, "Allow") && (boundary === undefined || by(boundary, "Allow"));
}

const ACTIONS = ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:PurgeQueue", "sns:Publish"];
// Of characters that no region and no account has, and as long as the patterns below can ask together: a beginning of one
// character, an end of two and a character between.
const NAMES = ["_", "=", "@"];
for (const name of NAMES) if (name.length < 4) for (const next of "_=@") NAMES.push(name + next);
// Some ARNs have no region or no account; how long one is, the forms of ARNs do not say.
const PLACES = [
    "eu-west-1:111122223333",
    "us-east-1:111122223333",
    "eu-west-1:",
    ":111122223333",
    ":",
    "eu-west-1:1",
    ":1",
];
const TEXTS = ["sqs", "sns"].flatMap((service) =>
    PLACES.flatMap((place) => NAMES.map((name) => `arn:aws:${service}:${place}:${name}`)),
);

const action = fc.constantFrom(...ACTIONS, "sqs:*", "SQS:*Message", "s?s:*", "*", "sqs:S?ndMessage");
const resource = fc
    .tuple(
        fc.constantFrom("arn:aws:sqs:eu-west-1:111122223333:", "arn:aws:s?s:*:", "arn:*:", "*:", "*"),
        fc.string({ unit: fc.constantFrom("_", "=", "*", "?"), minLength: 1, maxLength: 2 }),
    )
    .map(([place, name]) => (/[*?:]$/.test(place) && name === "*" ? "*" : place + name));
const some = (one: fc.Arbitrary<string>) => fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 2 }));
const statement = (effects: readonly ("Allow" | "Deny")[]): fc.Arbitrary<Plain> =>
    fc
        .tuple(fc.constantFrom(...effects), fc.boolean(), some(action), fc.boolean(), some(resource))
        .map(([Effect, notAction, actions, notResource, resources]) => ({
            Effect,
            ...(notAction ? { NotAction: actions } : { Action: actions }),
            ...(notResource ? { NotResource: resources } : { Resource: resources }),
        }));
const document = fc.array(statement(["Allow", "Allow", "Deny"]), { maxLength: 3 });
const boundary = fc.option(fc.array(statement(["Allow", "Allow", "Deny"]), { maxLength: 2 }), { nil: undefined });

describe("permissions", function () {
    this.timeout(60_000);
    it("allow an action somewhere exactly where one request of it is allowed", () => {
        fc.assert(
            fc.property(document, boundary, fc.constantFrom(...ACTIONS), resource, (statements, bound, one, where) => {
                const expected = TEXTS.some((text) => matches(where, text) && isAllowed(statements, bound, one, text));
                assert.equal(permissions(statements, bound).allows(one, where).is, expected ? "yes" : "no");
            }),
            { numRuns: 600 },
        );
    });
    it("name, as the grants that allow it, exactly those from which something is left", () => {
        fc.assert(
            fc.property(document, boundary, fc.constantFrom(...ACTIONS), (statements, bound, one) => {
                const allowing = permissions(statements, bound)
                    .allowing(one)
                    .map(({ grant }) => grant.statement.index);
                const denials = statements.filter(({ Effect }) => Effect === "Deny");
                const expected = statements.flatMap((single, index) => {
                    const alone = [single, ...denials];
                    const remains =
                        single.Effect === "Allow" && TEXTS.some((text) => isAllowed(alone, bound, one, text));
                    return remains ? [index] : [];
                });
                assert.deepEqual([...allowing].sort(), expected);
            }),
            { numRuns: 300 },
        );
    });
    it("include others exactly where every request that those allow is allowed", () => {
        const narrow = fc.array(
            statement(["Allow", "Allow", "Deny"]).filter(({ NotAction }) => NotAction === undefined),
            { maxLength: 2 },
        );
        fc.assert(
            fc.property(document, boundary, narrow, boundary, (wide, wideBound, statements, bound) => {
                const includes = permissions(wide, wideBound).includes(permissions(statements, bound));
                const exception = ACTIONS.some((one) =>
                    TEXTS.some(
                        (text) => isAllowed(statements, bound, one, text) && !isAllowed(wide, wideBound, one, text),
                    ),
                );
                // The evaluator knows four actions, the tables know them all: a yes must be a yes here too.
                if (includes.is === "yes") assert.ok(!exception);
                if (exception) assert.equal(includes.is, "no");
            }),
            { numRuns: 150 },
        );
    });

    describe("with what is not known", () => {
        const table = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";
        const read: Plain = { Effect: "Allow", Action: "dynamodb:GetItem", Resource: table };
        const cases: readonly (readonly [string, string, string])[] = [
            [
                "an unknown action may be any",
                permissions([{ ...read, Action: UNKNOWN }]).allows("dynamodb:PutItem").is,
                "undecided",
            ],
            [
                "but none that does not work on the resource",
                permissions([{ ...read, Action: UNKNOWN }]).allows("s3:GetObject").is,
                "no",
            ],
            [
                "an unknown resource is some resource",
                permissions([{ ...read, Resource: UNKNOWN }]).allows("dynamodb:GetItem").is,
                "yes",
            ],
            [
                "a denial of an unknown resource leaves the rest",
                permissions([read, { ...read, Effect: "Deny", Resource: UNKNOWN }]).allows("dynamodb:GetItem").is,
                "yes",
            ],
            [
                "a denial under a condition may not hold",
                permissions([
                    read,
                    { ...read, Effect: "Deny", Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } },
                ]).allows("dynamodb:GetItem").is,
                "yes",
            ],
            [
                "an unknown effect",
                permissions([{ ...read, Effect: UNKNOWN as "Allow" }]).allows("dynamodb:GetItem").is,
                "undecided",
            ],
            [
                "a boundary of an unknown action",
                permissions([read], [{ ...read, Action: UNKNOWN }]).allows("dynamodb:GetItem").is,
                "undecided",
            ],
            [
                "a grant under a condition is not sure to include another",
                permissions([{ ...read, Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } }]).includes(
                    permissions([read]),
                ).is,
                "undecided",
            ],
            ["the same twice", permissions([read]).includes(permissions([read])).is, "yes"],
            [
                "everything includes what is unknown",
                permissions([{ ...read, Action: "*", Resource: "*" }]).includes(
                    permissions([{ ...read, Resource: UNKNOWN }]),
                ).is,
                "yes",
            ],
        ];
        for (const [name, actual, expected] of cases) it(name, () => assert.equal(actual, expected));
    });
});
