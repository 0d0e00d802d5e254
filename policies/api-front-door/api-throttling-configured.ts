import { HttpStage } from "../../model/aws";
import { type Limitlessness, unlimitedPlaces } from "../../model/graph";
import { cwe, declare, defineStackRule, type Judgement, sas } from "../../pack";

const stage = { apiId: "a1b2c3d4e5", name: "live" };

const RATE = "throttlingRateLimit: 100, throttlingBurstLimit: 50";
const ABSENT = "absent or -1, so one caller may take all requests that the account has in this region";

type Said = Pick<Judgement, "message" | "fix" | "severity">;

const SAID: Readonly<Record<Limitlessness, Said>> = {
    "no settings": {
        message: "has no limits, so one caller may take all requests that the account has in this region",
        fix: `Declare aws.apigateway.MethodSettings for it: { restApi: api.id, stageName: stage.stageName, methodPath: "*/*", settings: { ${RATE} } }.`,
    },
    "no method limit": { message: ABSENT, fix: `Set settings: { ${RATE} }.` },
    "no route limit": { message: ABSENT, fix: `Set defaultRouteSettings: { ${RATE} }.` },
    "by the way": {
        message: "makes a stage $default by the way, which has no limits",
        fix: `Leave target out, declare an Integration, a Route and a Stage, and set its defaultRouteSettings: { ${RATE} }.`,
    },
    "no burst": {
        message: "absent, so how many requests may come at once is the account's limit",
        fix: "Set throttlingBurstLimit: 50.",
        severity: "low",
    },
    "no rate": {
        message: "absent, so how many requests may come each second is the account's limit",
        fix: "Set throttlingRateLimit: 100.",
        severity: "medium",
    },
    lifted: {
        message: "absent or -1, which takes the limit of the stage off what is named here",
        fix: "Set throttlingRateLimit: 100 and throttlingBurstLimit: 50 here too.",
        severity: "medium",
    },
    "free keys": {
        message: "absent, and so is quotaSettings, so the keys of this plan are held by nothing",
        fix: 'Set throttleSettings: { rateLimit: 10, burstLimit: 5 } and quotaSettings: { limit: 10000, period: "DAY" }.',
        severity: "medium",
    },
    "no plan": {
        message: "has methods that ask for a key, and no usage plan says how much a key is good for",
        fix: "Declare aws.apigateway.UsagePlan: { apiStages: [{ apiId: api.id, stage: stage.stageName }], throttleSettings: { rateLimit: 10, burstLimit: 5 } }.",
        severity: "low",
    },
};

/** Left alone: a stage each of whose methods has its limit, or each of whose callers has one by a plan. */
export default defineStackRule({
    id: "api-throttling-configured",
    severity: "high",
    frameworks: [cwe(770), cwe(400), sas(8)],
    title: "Stages of APIs limit how many requests come, and usage plans how many a key is good for.",
    why: "The account's limit is shared by all APIs of a region: one caller in a loop stops the others, and every request runs a function that is paid for.",
    fix: "Give the stage a rate and a burst for all of its methods or routes, and each usage plan a limit for a key.",
    sources: [
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html",
    ],
    needs: unlimitedPlaces,
    bad: { live: declare(HttpStage, stage) },
    good: {
        live: declare(HttpStage, {
            ...stage,
            defaultRouteSettings: { throttlingRateLimit: 100, throttlingBurstLimit: 50 },
        }),
    },
    *check(stack) {
        for (const { lacks, isPrivate, ...place } of unlimitedPlaces(stack)) {
            yield { ...place, ...(isPrivate.is === "yes" && { severity: "medium" as const }), ...SAID[lacks] };
        }
    },
});
