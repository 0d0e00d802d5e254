/** What starts what: rules, schedules, mappings, subscriptions, notifications, steps of state machines. */
import {
    EventBus,
    EventRule,
    isSwitchedOff,
    LambdaFunction,
    LambdaFunctionUrl,
    Schedule,
    StateMachine,
} from "../../aws";
import { all, not } from "../../values";
import { type Invocation, invocationsOf } from "../invocation/invocations";
import { isTold, possible } from "../link";
import { isOf, type Resource } from "../resource";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";
import { awsService } from "./outside";

export function drawTriggers(canvas: Canvas): void {
    // Methods, routes, URLs and distributions are drawn with who calls them.
    for (const one of invocationsOf(canvas.stack))
        if (!one.operation && one.as !== "cloudfront" && !isOf(one.resource, LambdaFunctionUrl)) trigger(canvas, one);
    for (const rule of canvas.stack.ofType(EventRule)) ruled(canvas, rule);
    for (const schedule of canvas.stack.ofType<unknown>(Schedule)) timed(canvas, schedule, "scheduler", "");
}

function trigger(canvas: Canvas, { target, resource, at, source, reads, as = "" }: Invocation): void {
    const holder = canvas.idOf(resource);
    if (holder === undefined) return;
    const runs = not(isSwitchedOff(resource.type, resource.root));
    const lane = canvas.nodeOf(holder)?.lane;
    const via = [{ urn: resource.urn, path: at.path }];
    const sources = possible(reads ?? source).filter((one) => one !== resource);
    // A subscription or a notification is part of what it follows; a rule or a mapping stands between.
    if (lane === 1) for (const from of sources) fed(canvas, from, resource, reads ?? source);
    const starts: readonly Resource[] = lane === 1 || sources.length === 0 ? [resource] : sources;
    for (const start of starts)
        for (const called of possible(target)) {
            const [from, to] = [canvas.idOf(start), canvas.idOf(called)];
            const certain = awaited(all(runs, isTold(target), not(isSwitchedOff(start.type, start.root))));
            if (from === undefined || to === undefined || !certain || from === to) continue;
            const isCall = isOf(start, StateMachine) || isOf(start, LambdaFunction) || BY_REQUEST.has(as);
            canvas.line({
                from,
                to,
                kind: isCall ? "calls" : "triggers",
                says: `${subject(canvas, from)} ${verb(called)} ${called.name}.`,
                via,
                ...certain,
            });
        }
}

/** Services that hand on what somebody asked by HTTP. */
const BY_REQUEST: ReadonlySet<string> = new Set(["elasticloadbalancing", "vpc-lattice", "appsync"]);

function subject(canvas: Canvas, id: string): string {
    const node = canvas.nodeOf(id);
    return node ? `The ${shortName(node.kindName)} ${node.name}` : id;
}

/** `queue` of `SQS queue`; as it is where the words say more together. */
function shortName(kindName: string): string {
    const short =
        /^(?:SQS|SNS|S3|EC2|ECS|KMS|DynamoDB|Lambda|Cognito|Kinesis|EventBridge|CodeBuild|CodePipeline) (.+)$/.exec(
            kindName,
        )?.[1];
    return short ?? kindName.slice(0, 1).toLowerCase() + kindName.slice(1);
}

const RUN: ReadonlySet<string> = new Set([LambdaFunction.token, StateMachine.token]);

function verb({ type }: Resource): string {
    if (RUN.has(type)) return "runs";
    return type === EventBus.token ? "puts events on" : "sends to";
}

function fed(canvas: Canvas, source: Resource, trigger: Resource, link: Invocation["source"]): void {
    const [from, to] = [canvas.idOf(source), canvas.idOf(trigger)];
    if (from === undefined || to === undefined) return;
    canvas.line({
        from,
        to,
        kind: "feeds",
        says: `${subject(canvas, from)} feeds this trigger.`,
        isQuiet: true,
        via: [{ urn: trigger.urn, path: "" }],
        ...awaited(isTold(link)),
    });
}

/** A rule waits for a time, or for events of a bus. */
function ruled(canvas: Canvas, rule: Resource): void {
    const at = rule.root.get("eventBusName");
    const bus = canvas.stack.link<unknown>(rule, at, EventBus);
    const to = canvas.idOf(rule);
    const certain = awaited(all(not(isSwitchedOff(rule.type, rule.root)), isTold(bus)));
    if (to === undefined || !certain) return;
    if (rule.root.get("scheduleExpression").state !== "absent") timed(canvas, rule, "events", "scheduleExpression");
    if (rule.root.get("eventPattern").state === "absent") return;
    const via = [{ urn: rule.urn, path: "eventPattern" }];
    const buses = possible(bus);
    for (const one of buses) {
        const from = canvas.idOf(one);
        if (from !== undefined)
            canvas.line({
                from,
                to,
                kind: "triggers",
                says: `Events on the bus ${one.name} start this rule.`,
                via,
                ...certain,
            });
    }
    if (buses.length > 0) return;
    const from = awsService(canvas, "events");
    const where = bus.kind === "outside" && bus.reference !== "default" ? "a bus of another stack" : "this account";
    canvas.line({ from, to, kind: "triggers", says: `Events of ${where} start this rule.`, via, ...certain });
}

function timed(canvas: Canvas, what: Resource, service: string, path: string): void {
    const to = canvas.idOf(what);
    const certain = awaited(not(isSwitchedOff(what.type, what.root)));
    if (to === undefined || !certain) return;
    const from = awsService(canvas, service);
    canvas.line({
        from,
        to,
        kind: "triggers",
        says: `${canvas.nameOf(to)} starts at the times that its expression says.`,
        guard: "schedule",
        via: [{ urn: what.urn, path: path || "scheduleExpression" }],
        ...certain,
    });
}
