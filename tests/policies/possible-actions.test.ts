import assert from "node:assert/strict";
import fc from "fast-check";
import { actionFacts, actionsMatching, arnFormats, isWildcard } from "../../model/iam";
import { functionAllowed } from "../../pack";
import { rules } from "../../policies";
import { analyze } from "../support/analysis";

/** A resource that the action works on, whose names are of the pattern's own letters: plain and incomplete, to hold the engine against. */
function isPossible(action: string, patterns: readonly string[]): boolean {
    const facts = actionFacts(action);
    assert.ok(facts, `${action} is not in the table`);
    const service = action.split(":")[0] ?? "";
    const formats = facts.resourceTypes.flatMap(({ type }) => arnFormats(service, type));
    const needsNone = facts.resourceTypes.every(({ required }) => !required);
    if (
        needsNone &&
        patterns.some((pattern) => /^\*+$/.test(pattern) || (service === "s3" && pattern.endsWith(":::*")))
    )
        return true;
    return formats.some((format) => patterns.some((pattern) => canMeet(format, pattern)));
}

/** Of the services below, names that hold slashes or colons. */
const WIDE =
    /\$\{(?:ObjectName|LogGroupName|LogStreamName|SecretId|Parameter\w+|\w+WithPath|Alias|FunctionName|EventBusName|StreamLabel|ResourceId|RoleName|RecoveryPointId)\}/g;

/** Can the format with something in place of its variables match the pattern? By trying both, character by character. */
function canMeet(format: string, pattern: string): boolean {
    // `#` is anything, `%` what has neither slash nor colon.
    const one = format
        .replace(WIDE, "#")
        .replace(/\$\{\w+\}/g, "%")
        .replaceAll("*", "#");
    const seen = new Set<string>();
    const meets = (i: number, j: number): boolean => {
        const key = `${i} ${j}`;
        if (seen.has(key)) return false;
        seen.add(key);
        const [a, b] = [one[i], pattern[j]];
        if (a === undefined && b === undefined) return true;
        const isRun = a === "#" || a === "%";
        if ((isRun && meets(i + 1, j)) || (b === "*" && meets(i, j + 1))) return true;
        if (a === undefined || b === undefined || (isRun && b === "*")) return false;
        if (isRun) return (a === "#" || !/[:/]/.test(b)) && meets(i, j + 1);
        if (b === "*") return meets(i + 1, j);
        return (a === b || b === "?") && meets(i + 1, j + 1);
    };
    return meets(0, 0);
}

const SERVICES = [
    "s3",
    "dynamodb",
    "sqs",
    "sns",
    "kms",
    "iam",
    "secretsmanager",
    "ssm",
    "lambda",
    "logs",
    "sts",
    "events",
];
const action = fc.oneof(
    fc.constantFrom(...SERVICES.map((service) => `${service}:*`), "*", "*:Delete*", "s?:*", "d*:*"),
    fc.constantFrom(...SERVICES.flatMap((service) => actionsMatching(`${service}:*`))),
    fc.constantFrom(...SERVICES.flatMap((service) => [`${service}:Get*`, `${service}:Delete*`, `${service}:Put*`])),
);
const resource = fc.constantFrom(
    "*",
    "arn:aws:s3:::orders",
    "arn:aws:s3:::orders/*",
    "arn:aws:s3:::*",
    "arn:aws:dynamodb:*:*:table/*",
    "arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/*",
    "arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/*",
    "arn:aws:sqs:eu-west-1:111122223333:*",
    "arn:aws:sns:*:*:orders-*",
    "arn:aws:kms:eu-west-1:111122223333:key/*",
    "arn:aws:kms:eu-west-1:111122223333:alias/*",
    "arn:aws:iam::111122223333:role/*",
    "arn:aws:iam::*:user/team/*",
    "arn:aws:secretsmanager:*:*:secret:*",
    "arn:aws:ssm:*:*:parameter/prod/*",
    "arn:aws:lambda:*:*:function:orders*",
    "arn:aws:logs:*:*:log-group:/aws/lambda/*:*",
    "arn:aws:logs:*:*:log-group:orders:log-stream:*",
    "arn:aws:events:*:*:rule/*",
    "arn:aws:events:*:*:event-bus/orders",
);
const grant = fc.record({
    Action: fc.array(action, { minLength: 1, maxLength: 3 }),
    Resource: fc.array(resource, { minLength: 1, maxLength: 2 }),
});

describe("every action that a message names", function () {
    this.timeout(120_000);
    it("is possible on a resource that some grant's patterns can name", async () => {
        let named = 0;
        await fc.assert(
            fc.asyncProperty(fc.array(grant, { minLength: 1, maxLength: 2 }), async (grants) => {
                const { checks } = await analyze(rules, functionAllowed(...grants), { stack: "prod" });
                const facts = checks
                    .filter(({ verdict }) => verdict === "violation")
                    .map(({ message }) => factOf(message));
                const names = facts.flatMap((text) => text.match(/\b[a-z][a-z0-9-]*:[A-Z]\w+\*?/g) ?? []);
                for (const name of names.filter((one) => !isWildcard(one))) {
                    named += 1;
                    const granting = grants.filter(({ Action }) =>
                        Action.some((pattern) => actionsMatching(pattern).includes(name)),
                    );
                    const isOne = granting.some(({ Resource }) => isPossible(name, Resource));
                    assert.ok(isOne, `${name} is possible on none of ${JSON.stringify(granting)}`);
                }
            }),
            { numRuns: 150 },
        );
        assert.ok(named > 100, `only ${named} actions were named`);
    });
});

/** What is found, without the fix, which names actions as examples. */
function factOf(message: string): string {
    return message.split("\n")[0] ?? message;
}
