/** Who and what is no resource of the stack: each is made where the first line leads from it, under an id that never changes. */
import { invokingServices } from "../../aws";
import { serviceFacts } from "../../iam";
import type { Canvas } from "./canvas";

export function internet(canvas: Canvas): string {
    return canvas.outside({
        id: "outside:internet",
        lane: 0,
        kind: "internet",
        kindName: "Outside",
        name: "Internet",
        sub: "Anyone",
        isOutside: true,
    });
}

export function anyAccount(canvas: Canvas): string {
    return canvas.outside({
        id: "outside:any-account",
        lane: 0,
        kind: "account",
        kindName: "Outside",
        name: "Any AWS account",
        sub: "Everyone at AWS",
        isOutside: true,
    });
}

export function otherAccount(canvas: Canvas, account: string): string {
    return canvas.outside({
        id: `outside:account:${account}`,
        lane: 0,
        kind: "account",
        kindName: "Outside",
        name: "Other account",
        sub: account,
        isOutside: true,
    });
}

export function organization(canvas: Canvas): string {
    return canvas.outside({
        id: "outside:organization",
        lane: 0,
        kind: "account",
        kindName: "Caller",
        name: "Organization",
        sub: "Its accounts",
    });
}

/** A role or user by an ARN that no resource of the stack has. */
export function principalElsewhere(canvas: Canvas, arn: string): string {
    const [, , , , account = "", ...rest] = arn.split(":");
    const resource = rest.join(":");
    const isUser = resource.startsWith("user/");
    return canvas.outside({
        id: `elsewhere:${arn}`,
        lane: 0,
        kind: isUser ? "user" : "role",
        kindName: isUser ? "IAM user" : "IAM role",
        name: resource.split("/").at(-1) || arn,
        sub: account === "" ? "Of another stack" : `Of account ${account}`,
        isElsewhere: true,
    });
}

export function iamCallers(canvas: Canvas): string {
    return canvas.outside({
        id: "outside:iam",
        lane: 0,
        kind: "people",
        kindName: "Caller",
        name: "IAM callers",
        sub: "Of this account, signed",
    });
}

/** Whoever an authorizer lets in that is no user pool of the stack. */
export function tokenHolders(canvas: Canvas): string {
    return canvas.outside({
        id: "outside:tokens",
        lane: 0,
        kind: "people",
        kindName: "Caller",
        name: "Callers with a token",
        sub: "Let in by an authorizer",
    });
}

export function insideNetwork(canvas: Canvas): string {
    return canvas.outside({
        id: "outside:network",
        lane: 0,
        kind: "service",
        kindName: "Caller",
        name: "Private network",
        sub: "By VPC or address",
    });
}

export function keyHolders(canvas: Canvas): string {
    return canvas.outside({
        id: "outside:key-holders",
        lane: 0,
        kind: "key-holder",
        kindName: "Outside",
        name: "Key holders",
        sub: "Static keys",
        isOutside: true,
    });
}

export function people(canvas: Canvas): string {
    return canvas.outside({
        id: "outside:people",
        lane: 0,
        kind: "people",
        kindName: "Caller",
        name: "People",
        sub: "Signed in for a session",
    });
}

export function notKnownYet(canvas: Canvas): string {
    return canvas.outside({
        id: "outside:unknown",
        lane: 0,
        kind: "account",
        kindName: "Outside",
        name: "Not known yet",
        sub: "Known after the deployment",
        isOutside: true,
    });
}

const KINDS = { events: "event", scheduler: "schedule" } as const;

/** A service of AWS that acts for this account. */
export function awsService(canvas: Canvas, service: string): string {
    return canvas.outside({
        id: `outside:service:${service}`,
        lane: 0,
        kind: KINDS[service as keyof typeof KINDS] ?? "service",
        kindName: "AWS service",
        name: serviceTitle(service),
        sub: "Of this account",
    });
}

/** What a service acts for, whosever it is: any rule, any topic. */
export function anySource(canvas: Canvas, service: string): string {
    const one = invokingServices.get(service)?.one;
    return canvas.outside({
        id: `outside:any:${service}`,
        lane: 1,
        kind: KINDS[service as keyof typeof KINDS] ?? "trigger",
        kindName: serviceTitle(service),
        name: one === undefined ? `Anybody's ${serviceTitle(service)}` : `Any ${one}`,
        sub: "Of any account",
        isOutside: true,
    });
}

const TITLES: Readonly<Record<string, string>> = {
    apigateway: "API Gateway",
    delivery: "Log delivery",
    ec2: "EC2",
    "ecs-tasks": "ECS",
    elasticloadbalancing: "Load balancing",
    events: "EventBridge",
    lambda: "Lambda",
    logs: "CloudWatch Logs",
    s3: "S3",
    scheduler: "EventBridge Scheduler",
    sns: "SNS",
    sqs: "SQS",
    states: "Step Functions",
};

/** As AWS calls it; what no table has, by the name in its principal. */
export function serviceTitle(service: string): string {
    const prefix = service.split(".").at(-1) ?? service;
    const own = TITLES[service] ?? TITLES[prefix];
    return own ?? serviceFacts(service)?.name.replace(/^(?:Amazon|AWS) /, "") ?? service;
}
