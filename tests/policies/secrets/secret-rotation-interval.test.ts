import assert from "node:assert/strict";
import { longestGapDays } from "../../../model/aws";
import { unknown } from "../../../pack";
import rule from "../../../policies/secrets/secret-rotation-interval";
import { testRule } from "../../support/rule-tester";

const rotation = { secretId: "prod/orders-db", rotationLambdaArn: "arn:aws:lambda:eu-west-1:111122223333:function:r" };
const every = (rotationRules: unknown, inputs: object = {}) => ({ ...rotation, rotationRules, ...inputs }) as object;
const at = (expression: string) => every({ scheduleExpression: expression });
const reports = (given: object, property = "scheduleExpression") => ({ given, reports: [`rotationRules.${property}`] });

testRule(rule, {
    valid: {
        "90 days": every({ automaticallyAfterDays: 90 }),
        "90 days, as text": every({ automaticallyAfterDays: "90" }),
        "every four hours": at("rate(4 hours)"),
        "every month": at("cron(0 8 1 * ? *)"),
        "every quarter takes more, and is allowed": {
            given: at("cron(0 8 1 1/3 ? *)"),
            options: { maxDays: 92 },
        },
        "switched off": every(undefined, { rotationEnabled: false }),
        "what AWS refuses": at("every now and then"),
        nothing: rotation,
        "not at once": every({ automaticallyAfterDays: 30 }, { rotateImmediately: false }),
        "rules in a list, as older versions have them": every([{ automaticallyAfterDays: 30 }]),
    },
    invalid: {
        "91 days": reports(every({ automaticallyAfterDays: 91 }), "automaticallyAfterDays"),
        "a year, as text": reports(every({ automaticallyAfterDays: "365" }), "automaticallyAfterDays"),
        "a rate in days": reports(at("rate(120 days)")),
        "a rate in hours": reports(at("rate(2400 hours)")),
        "twice a year": reports(at("cron(0 0 1 1,7 ? *)")),
        "once a year": reports(at("cron(0 0 ? JAN SUN#1 *)")),
        "less by an option": { ...reports(at("rate(31 days)")), options: { maxDays: 30 } },
    },
    undecided: {
        "not known yet": { given: every(unknown), awaits: ["rotationRules.scheduleExpression"] },
        "the days": {
            given: every({ automaticallyAfterDays: unknown }),
            awaits: ["rotationRules.automaticallyAfterDays"],
        },
        "the schedule": { given: every({ scheduleExpression: unknown }), awaits: ["rotationRules.scheduleExpression"] },
        "whether at all": {
            given: every({ automaticallyAfterDays: 180 }, { rotationEnabled: unknown }),
            awaits: ["rotationEnabled"],
        },
    },
});

describe("the longest time between two runs of a schedule", () => {
    const days: Readonly<Record<string, number | undefined>> = {
        "rate(12 hours)": 0.5,
        "rate(1 day)": 1,
        "rate(10 days)": 10,
        "rate(0 days)": undefined,
        "rate(3 weeks)": undefined,
        "cron(0 4/12 * * ? *)": 1,
        "cron(0 10 * * ? *)": 1,
        "cron(0 8 1/7 * ? *)": 7,
        "cron(0 16 L * ? *)": 31,
        "cron(0 16 15W * ? *)": 31,
        "cron(0 1 L-3W * ? *)": 31,
        "cron(0 0 ? * SUN#1 *)": 35,
        "cron(0 18 ? * 6L *)": 35,
        "cron(0 18 ? * L *)": 7,
        "cron(0 18 ? * MON-FRI *)": 3,
        "cron(0 0 1 */2 ? *)": 62,
        "cron(0 0 1 1/3 ? *)": 92,
        "cron(0 0 1 JAN,JUL ? *)": 184,
        "cron(0 0 1 1 ? *)": 366,
        "cron(0 0 29 2 ? *)": 1461,
        "cron(0 0 31 2 ? *)": Number.POSITIVE_INFINITY,
        "cron(0 0 1 1 ? 2027)": Number.POSITIVE_INFINITY,
        "cron(0 0 ? 13 MON *)": undefined,
        "cron(0 0 ? * ? *)": undefined,
        "cron(0 0 1 1)": undefined,
        "": undefined,
    };
    for (const [expression, expected] of Object.entries(days))
        it(`${expression}: ${expected}`, () => assert.equal(longestGapDays(expression), expected));
});
