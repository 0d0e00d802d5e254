import { AppSyncGraphQLApi, EventBus, Pipe, RdsProxy, type ResourceType, StateMachine } from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/logging/no-sensitive-payload-logging";
import { testRule } from "../../support/rule-tester";

const of =
    (type: ResourceType, block: string) =>
    (inputs: object): never =>
        declare(type, { [block]: inputs } as never) as never;
const machine = of(StateMachine, "loggingConfiguration");
const pipe = of(Pipe, "logConfiguration");
const bus = of(EventBus, "logConfig");
const graph = of(AppSyncGraphQLApi, "logConfig");
const proxy = (debugLogging: unknown): never => declare(RdsProxy, { debugLogging } as never) as never;
const data = "loggingConfiguration.includeExecutionData";
const written = { level: "ALL", includeExecutionData: true };
const open = { given: machine(written), reports: [data] };

testRule(rule, {
    valid: {
        "not in production": { given: machine(written), stack: "dev" },
        "without data": machine({ level: "ALL", includeExecutionData: false }),
        "data of logs that are off": machine({ level: "OFF", includeExecutionData: true }),
        "a pipe without data": pipe({ level: "INFO", includeExecutionDatas: [] }),
        "a pipe with nothing said": pipe({ level: "INFO" }),
        "a pipe whose logs are off": pipe({ level: "OFF", includeExecutionDatas: ["ALL"] }),
        "a bus without detail": bus({ level: "INFO", includeDetail: "NONE" }),
        "a bus whose logs are off": bus({ includeDetail: "FULL" }),
        "a graph without verbose content": graph({ fieldLogLevel: "ALL", excludeVerboseContent: "true" }),
        "a graph without logs of fields": graph({ fieldLogLevel: "NONE" }),
        "a proxy": proxy(false),
    },
    invalid: {
        "a state machine": open,
        "the same as text": { given: machine({ level: "ERROR", includeExecutionData: "true" }), reports: [data] },
        "in the strict profile, wherever": { ...open, stack: "dev", options: { everyStack: true } },
        "a pipe": {
            given: pipe({ level: "INFO", includeExecutionDatas: ["ALL"] }),
            reports: ["logConfiguration.includeExecutionDatas"],
        },
        "a bus": { given: bus({ level: "TRACE", includeDetail: "FULL" }), reports: ["logConfig.includeDetail"] },
        "a graph": {
            given: graph({ fieldLogLevel: "ALL", excludeVerboseContent: false }),
            reports: ["logConfig.excludeVerboseContent"],
        },
        "a graph, by default": {
            given: graph({ fieldLogLevel: "ERROR" }),
            reports: ["logConfig.excludeVerboseContent"],
        },
        "a proxy": { given: proxy("true"), reports: ["debugLogging"] },
    },
    undecided: {
        "a flag that is not known yet": {
            given: machine({ level: "ALL", includeExecutionData: unknown }),
            awaits: [data],
        },
        "whether it is production": {
            given: machine(written),
            stack: "blue",
            awaits: ["aws-serverless-security:environment"],
        },
    },
});
