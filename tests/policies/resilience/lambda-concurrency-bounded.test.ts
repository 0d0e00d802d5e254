import {
    AlbListener,
    AlbLoadBalancer,
    AlbTargetGroup,
    AlbTargetGroupAttachment,
    EventSourceMapping,
    HttpApi,
    LambdaAlias,
    LambdaFunction,
    LambdaFunctionUrl,
    type ResourceType,
    SqsQueue,
} from "../../../model/aws";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/resilience/lambda-concurrency-bounded";
import { testRule } from "../../support/rule-tester";

const of = (type: ResourceType, inputs: object) => declare(type as ResourceType<object>, inputs);
const called = (settings: object): Program => ({
    callback: of(LambdaFunction, { role: "arn:aws:iam::111122223333:role/callback", ...settings }),
});
const url = (settings: object, authorizationType: unknown = "NONE", functionName: unknown = ref("callback.name")) => ({
    ...called(settings),
    url: of(LambdaFunctionUrl, { functionName, authorizationType }),
});
const api = (settings: object): Program => ({
    ...called(settings),
    api: of(HttpApi, { protocolType: "HTTP", target: ref("callback.arn") }),
});
const balanced = (settings: object, internal: boolean): Program => ({
    ...called(settings),
    balancer: of(AlbLoadBalancer, { internal }),
    group: of(AlbTargetGroup, { targetType: "lambda" }),
    attachment: of(AlbTargetGroupAttachment, { targetGroupArn: ref("group.arn"), targetId: ref("callback.arn") }),
    listener: of(AlbListener, {
        loadBalancerArn: ref("balancer.arn"),
        defaultActions: [{ type: "forward", targetGroupArn: ref("group.arn") }],
    }),
});
const queue = (settings: object, mapping: object = {}): Program => ({
    ...called(settings),
    jobs: of(SqsQueue, {}),
    mapping: of(EventSourceMapping, { eventSourceArn: ref("jobs.arn"), functionName: ref("callback.arn"), ...mapping }),
});
const reports = ["callback: reservedConcurrentExecutions"];
const options = { everyDoor: true };

testRule(rule, {
    valid: {
        "an open URL of a bounded function": url({ reservedConcurrentExecutions: 5 }),
        "a bound as text": url({ reservedConcurrentExecutions: "5" as never }),
        "a function that is switched off": url({ reservedConcurrentExecutions: 0 }),
        "a URL that signs callers in": url({}, "AWS_IAM"),
        "an API, which has limits of its own": api({}),
        "a function that nothing outside starts": called({}),
        "an API, asked of all, of a bounded function": { given: api({ reservedConcurrentExecutions: 20 }), options },
        "a load balancer within the network, asked of all": { given: balanced({}, true), options },
        "a queue whose mapping is bounded": {
            given: queue({}, { scalingConfig: { maximumConcurrency: 10 } }),
            options,
        },
        "a queue with pollers of its own": {
            given: queue({}, { provisionedPollerConfig: { maximumPollers: 5 } }),
            options,
        },
        "a queue, by default": queue({}),
    },
    invalid: {
        "an open URL": { given: url({}), reports, weighs: ["medium"] },
        "an open URL, and no bound in so many words": { given: url({ reservedConcurrentExecutions: -1 }), reports },
        "an open URL of an alias": {
            given: {
                ...url({}, "NONE", ref("live.functionName")),
                live: of(LambdaAlias, { name: "live", functionName: ref("callback.name"), functionVersion: "1" }),
            },
            reports,
        },
        "a URL that signs callers in, asked of all": { given: url({}, "AWS_IAM"), options, reports },
        "an open URL is one finding, asked of all": { given: url({}), options, reports },
        "an API, asked of all": { given: api({}), options, reports },
        "a load balancer, asked of all": { given: balanced({}, false), options, reports },
        "a queue, asked of all": { given: queue({}), options, reports },
    },
    undecided: {
        "how much is reserved is not known yet": {
            given: url({ reservedConcurrentExecutions: unknown }),
            awaits: ["callback.reservedConcurrentExecutions"],
        },
        "whether the URL is open is not known yet": { given: url({}, unknown), awaits: ["url.authorizationType"] },
    },
});
