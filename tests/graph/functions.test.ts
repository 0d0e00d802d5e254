import assert from "node:assert/strict";
import { EventTarget, LambdaAlias, LambdaFunction } from "../../model/aws";
import { functionOf } from "../../model/graph";
import { declare, type Program, ref, unknown } from "../../pack";
import { graphOf, told } from "../support/graph";

const role = "arn:aws:iam::111122223333:role/orders";
const program: Program = {
    orders: declare(LambdaFunction, { role, name: "orders" }),
    report: declare(LambdaFunction, { role, name: "report" }),
    live: declare(LambdaAlias, { name: "live", functionName: ref("orders.name"), functionVersion: "1" }),
    stable: declare(LambdaAlias, { name: "stable", functionName: ref("orders.arn"), functionVersion: "1" }),
};
const ARN = "arn:aws:lambda:us-east-1:123456789012:function:orders";
const URI = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions";
const nobody = "unknown: target.arn";

/** What a target is given, and the function it leads to: with outputs known, and unknown. */
const TARGETS: Readonly<Record<string, readonly [given: unknown, known: string, unknown: string]>> = {
    "the function's ARN": [ref("orders.arn"), "orders", "orders"],
    "the function's name": [ref("orders.name"), "orders", "orders"],
    "the function's invoke ARN": [ref("orders.invokeArn"), "orders", "orders"],
    "the function's qualified ARN": [ref("orders.qualifiedArn"), "orders", "orders"],
    "the ARN with a qualifier behind it": [ref("orders.arn", "", ":live"), "orders", "orders"],
    "the name with a qualifier behind it": [ref("orders.name", "", ":live"), "orders", "orders"],
    "an integration's URI around the ARN": [ref("orders.arn", `${URI}/`, "/invocations"), "orders", "orders"],
    "an alias's ARN": [ref("live.arn"), "orders", "orders"],
    "an alias's invoke ARN": [ref("live.invokeArn"), "orders", "orders"],
    "the ARN of an alias that was given the function's ARN": [ref("stable.arn"), "orders", "orders"],
    "an ARN written out": [ARN, "orders", "orders"],
    "an ARN with a version written out": [`${ARN}:7`, "orders", "orders"],
    "a URI written out": [`${URI}/${ARN}:live/invocations`, "orders", "orders"],
    "a name written out": ["orders", "orders", "orders"],
    "a name with a qualifier written out": ["orders:$LATEST", "orders", "orders"],
    "a partial ARN written out": ["123456789012:function:orders", "orders", "outside: 123456789012:function:orders"],
    "a partial ARN with a qualifier": [
        "123456789012:function:orders:live",
        "orders",
        "outside: 123456789012:function:orders:live",
    ],
    "a function of that name in another account": [
        "111122223333:function:orders",
        "outside: 111122223333:function:orders",
        "outside: 111122223333:function:orders",
    ],
    "another stack's function": [`${ARN}-old`, `outside: ${ARN}-old`, `outside: ${ARN}-old`],
    "no function at all": [
        "arn:aws:sqs:us-east-1:123456789012:orders",
        "outside: arn:aws:sqs:us-east-1:123456789012:orders",
        "outside: arn:aws:sqs:us-east-1:123456789012:orders",
    ],
    "what nobody knows": [unknown, nobody, nobody],
};

describe("the function that a property names", () => {
    for (const [what, [arn, known, notKnown]] of Object.entries(TARGETS)) {
        const whole: Program = { ...program, target: declare(EventTarget, { rule: "nightly", arn } as never) };
        for (const [outputs, expected] of [
            ["known", known],
            ["unknown", notKnown],
        ] as const) {
            it(`${what}, outputs ${outputs}: ${expected}`, () => {
                const { stack, resource } = graphOf(whole, outputs === "unknown");
                const from = resource("target");
                assert.equal(told(functionOf(stack, from, from.root.get("arn"))), expected);
            });
        }
    }

    it("nothing: absent", () => {
        const { stack, resource } = graphOf(program);
        const from = resource("orders");
        assert.equal(told(functionOf(stack, from, from.root.get("never"))), "absent");
    });

    describe("by an unknown that was made of several", () => {
        const made = (...parts: readonly string[]) => {
            const input = Object.fromEntries(parts.map((part, index) => [`p${index}`, ref(part)]));
            const { stack, resource } = graphOf(
                {
                    ...program,
                    target: declare(EventTarget, {
                        rule: "nightly",
                        inputTransformer: { inputPaths: input, inputTemplate: "" },
                    } as never),
                },
                true,
            );
            const from = resource("target");
            return told(functionOf(stack, from, from.root.down("inputTransformer.inputPaths.p0")));
        };
        const AT = "target.inputTransformer.inputPaths.p0";
        it("functions: one of them", () => {
            assert.equal(made("orders.arn", "report.arn"), `candidates: orders or report, by ${AT}`);
        });
        it("a function and an alias of it: that function", () =>
            assert.equal(made("live.arn", "orders.arn"), "orders"));
        it("aliases of one function: that function", () => assert.equal(made("live.arn", "stable.arn"), "orders"));
        it("an alias of one and another function: one of the two functions", () => {
            assert.equal(made("live.arn", "report.arn"), `candidates: orders or report, by ${AT}`);
        });
    });
    it("through an alias of another stack's function is outside", () => {
        const { stack, resource } = graphOf({
            old: declare(LambdaAlias, { name: "old", functionName: "elsewhere", functionVersion: "1" }),
            target: declare(EventTarget, { rule: "nightly", arn: ref("old.arn") }),
        });
        const from = resource("target");
        assert.equal(told(functionOf(stack, from, from.root.get("arn"))), "outside: elsewhere");
    });
});
