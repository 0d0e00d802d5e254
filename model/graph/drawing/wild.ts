/** What a wildcard stands for: every table, everything of a service, all whose names begin so. */
import { arnFormats, fitsFormat, isUnusual, resourceTypesOf, serviceFacts, serviceOf } from "../../iam";
import { ownAccounts } from "../identities/trust";
import type { Arns } from "./arns";
import type { Canvas } from "./canvas";
import { digest } from "./digest";

export const EVERYTHING = "wild:all";

/** The whole account. */
export function everything(canvas: Canvas): string {
    return canvas.outside({
        id: EVERYTHING,
        lane: 4,
        kind: "wild",
        kindName: "Wildcard",
        name: "Everything in the account",
        sub: "All services",
        isWild: true,
    });
}

/** What an action mostly works on, as `dynamodb:table`; the service alone where it works on nothing of its own. */
export function typeWorkedOn(action: string): string {
    const before = worked.get(action);
    if (before !== undefined) return before;
    const found = findType(action);
    worked.set(action, found);
    return found;
}

const worked = new Map<string, string>();

function findType(action: string): string {
    const own = MOSTLY[action.toLowerCase()];
    if (own !== undefined) return own;
    const service = serviceOf(action) ?? "";
    const types = resourceTypesOf(action);
    const plain = types.filter(({ type }) => !isUnusual(type));
    const type = (plain.find(({ required }) => required) ?? plain[0] ?? types[0])?.type;
    if (type === undefined) return service;
    // Roles that another service's action works on are IAM's.
    const [format = ""] = arnFormats(service, type);
    const owner = format.split(":")[2] ?? service;
    const whose = /^[\w-]+$/.test(owner) ? owner : service;
    return `${whose}:${HOLDERS[`${whose}:${type}`] ?? type}`;
}

/** Where the type that is always asked for is not what the action is about. */
const MOSTLY: Readonly<Record<string, string>> = {
    "ssm:startsession": "ec2:instance",
    "ssm:sendcommand": "ec2:instance",
};

/** What is in something counts as that. */
const HOLDERS: Readonly<Record<string, string>> = {
    "s3:object": "bucket",
    "dynamodb:index": "table",
    "dynamodb:stream": "table",
    "logs:log-stream": "log-group",
    "kms:alias": "key",
    "kms:kmsKey": "key",
    "kms:KmsKey": "key",
    "events:event-busv2": "event-bus",
    "secretsmanager:Secret": "secret",
    "rds-db:db-user": "db-user",
};

const NAMES: Readonly<Record<string, string>> = {
    "dax:application": "DAX cluster",
    "db-user": "database user",
    dbuser: "database user",
    statemachine: "state machine",
    bucket: "bucket",
    objectlambdaaccesspoint: "Object Lambda access point",
    userpool: "user pool",
    identitypool: "identity pool",
};

/** Every resource of a type: `wild:dynamodb:table`. It covers those of the stack. */
export function everyOf(canvas: Canvas, arns: Arns, type: string): string {
    const [service = "", kind] = type.split(":");
    const id = `wild:${type}`;
    const before = canvas.nodeOf(id);
    if (before) return before.id;
    const title = titleOf(service);
    if (kind === undefined)
        return canvas.outside({
            id,
            lane: 4,
            kind: "wild",
            kindName: "Wildcard",
            name: `Everything in ${title}`,
            sub: title,
            isWild: true,
            covers: distinct(arns.taken(`arn:aws:${service}:`, () => true).map((one) => one.id)),
        });
    const formats = arnFormats(service, kind);
    const isOne = (arn: string) => formats.some((format) => fitsFormat(format, arn));
    return canvas.outside({
        id,
        lane: 4,
        kind: "wild",
        kindName: "Wildcard",
        name: `Every ${NAMES[type] ?? NAMES[kind] ?? words(kind)}`,
        sub: title,
        isWild: true,
        covers: distinct(arns.taken(`arn:aws:${service}:`, isOne).map((one) => one.id)),
    });
}

function titleOf(service: string): string {
    return serviceFacts(service)?.name.replace(/^(?:Amazon|AWS) /, "") || service || "Any service";
}

/** `log group` of `log-group`, `security group` of `SecurityGroup`. */
function words(kind: string): string {
    return kind
        .replace(/([a-z\d])([A-Z])/g, "$1 $2")
        .replace(/-/g, " ")
        .toLowerCase();
}

/** All whose ARNs fit a pattern, of the stack and elsewhere. */
export function allThatFit(canvas: Canvas, arns: Arns, pattern: string): string {
    const id = `wild:${digest(pattern)}`;
    if (canvas.nodeOf(id)) return id;
    const [, , service = "", , , ...rest] = pattern.split(":");
    const title = titleOf(service);
    return canvas.outside({
        id,
        lane: 4,
        kind: "wild",
        kindName: "Wildcard",
        name: rest.join(":") || pattern,
        sub: title,
        isWild: true,
        covers: distinct(arns.taken(pattern).map((one) => one.id)),
    });
}

function distinct(ids: readonly string[]): readonly string[] {
    return [...new Set(ids)].sort();
}

const KINDS = {
    dynamodb: "table",
    s3: "bucket",
    sqs: "queue",
    sns: "topic",
    lambda: "function",
    states: "state-machine",
    secretsmanager: "secret",
    ssm: "secret",
    kms: "key",
    kinesis: "stream",
    firehose: "stream",
    rds: "database",
    logs: "log",
    events: "event",
    elasticfilesystem: "file-system",
} as const;

/** One resource that the stack does not make. */
export function arnElsewhere(canvas: Canvas, arn: string): string {
    const [, , service = "", , account = "", ...rest] = arn.split(":");
    const isIdentity = service === "iam";
    const name =
        rest
            .join(":")
            .split(/[/:]/)
            .filter((part) => part !== "*" && part !== "")
            .at(-1)
            ?.replace(/-\?{6}$/, "") || arn;
    return canvas.outside({
        id: `elsewhere:${arn}`,
        lane: isIdentity ? 3 : service === "lambda" || service === "states" ? 2 : 4,
        kind: isIdentity ? "role" : (KINDS[service as keyof typeof KINDS] ?? "other"),
        kindName: titleOf(service),
        name,
        sub:
            /^\d{12}$/.test(account) && !ownAccounts(canvas.stack).has(account)
                ? `Of account ${account}`
                : "Of another stack",
        isElsewhere: true,
    });
}
