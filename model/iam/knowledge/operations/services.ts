import { serviceFacts } from "../actions";
import { table } from "../load";
import { NEEDS } from "./needs";
import { ALIASES, SHAPES, V2_CLASSES } from "./service-names";

/** What is known of a service by its folder in botocore, such as `cognito-idp`. */
export interface SdkService {
    readonly name: string;
    /** AWS's own, of which SDKs make theirs: `Cognito Identity Provider`. */
    readonly id: string;
    /** IAM's; undefined where it has no actions. */
    readonly prefix: string | undefined;
    /** By name in lower case. Actions of the prefix that are no operations are among them: no client has such a method. */
    readonly operations: ReadonlyMap<string, string>;
    /** Operations whose action is the method of the request, as API Gateway's: `GET`. */
    readonly methods: ReadonlyMap<string, string>;
    /** The operations whose requests are not signed, so that no policy is asked. */
    readonly unsigned: ReadonlySet<string>;
    /** Operations that may pass a role to the service, as far as the table of dependent actions does not say so. */
    readonly passing: ReadonlySet<string>;
    /** The operation that a waiter asks, by the waiter's name: `TableExists`. */
    readonly waiters: ReadonlyMap<string, string>;
}

/**
 * Where a service is named:
 * - `botocore`: `boto3.client("cognito-idp")`
 * - `package`: `@aws-sdk/client-cognito-identity-provider`
 * - `class`: `CognitoIdentityProviderClient`, `CognitoIdentityProvider`; lib-dynamodb's `DynamoDBDocumentClient`, `DynamoDBDocument`
 * - `v2`: `AWS.CognitoIdentityServiceProvider`, with or without `AWS.`, or `aws-sdk/clients/cognitoidentityserviceprovider`
 * - `wire`: the texts that version 3 keeps in a bundle: a client's (`CognitoIdentityProviderClient`), a service's id
 *   (`Cognito Identity Provider`), a namespace (`com.amazonaws.cognitoidentityprovider`), a shape (`AWSCognitoIdentityProviderService`)
 */
export type ServiceSpelling = "botocore" | "package" | "class" | "v2" | "wire";

const services = new Map<string, SdkService | undefined>();
let names: Readonly<Record<ServiceSpelling, ReadonlyMap<string, string>>> | undefined;

/** A service's folder in botocore, by any of its names; undefined for a service that the models do not have. */
export function serviceOf(name: string, spelling: ServiceSpelling): string | undefined {
    names ??= readNames();
    return names[spelling].get(spelling === "v2" ? name.replace(/^AWS\./, "") : name);
}

/** Source: data/aws/operations.json, made from botocore's models; its header has version and date. Read for one service, once. */
export function sdkService(name: string): SdkService | undefined {
    if (!services.has(name)) {
        const entries = table("operations").table;
        const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
        services.set(name, entry === undefined ? undefined : parse(name, entry));
    }
    return services.get(name);
}

/** Reads `ID|PREFIX|TARGET|OPERATION=METHOD …|OPERATION …|OPERATION:WAITER …,…|OPERATION …`, as scripts/refresh/python/operations.js writes it. */
function parse(name: string, entry: string): SdkService {
    const [id = "", prefix = "", , own = "", unsigned = "", waiters = "", passing = ""] = entry.split("|");
    const iam = prefix === "-" ? undefined : prefix || name;
    const operations = new Map<string, string>();
    for (const [key, action] of iam === undefined ? [] : (serviceFacts(iam)?.actions ?? []))
        operations.set(key, action.name.slice(action.name.indexOf(":") + 1));
    const methods = new Map<string, string>();
    for (const entry of words(own, " ")) {
        const [operation = "", method] = entry.split("=");
        operations.set(operation.toLowerCase(), operation);
        if (method !== undefined) methods.set(operation, method);
    }
    // Methods of clients that no model has, such as those that sign a token.
    for (const operation of Object.keys(NEEDS[name]?.operations ?? {}))
        operations.set(operation.toLowerCase(), operation);
    return {
        name,
        id,
        prefix: iam,
        operations,
        methods,
        unsigned: new Set(words(unsigned, " ")),
        passing: new Set(words(passing, " ")),
        waiters: new Map(
            words(waiters, ",").flatMap((asked) => {
                const [operation = "", by = ""] = asked.split(":");
                return words(by, " ").map((waiter): [string, string] => [waiter, operation]);
            }),
        ),
    };
}

function readNames(): Readonly<Record<ServiceSpelling, ReadonlyMap<string, string>>> {
    const found = {
        botocore: new Map<string, string>(),
        package: new Map<string, string>(),
        class: new Map<string, string>(),
        v2: new Map<string, string>(),
        wire: new Map<string, string>(),
    };
    const add = (id: string, v2: string, service: string) => {
        const own = className(id);
        found.package.set(`@aws-sdk/client-${id.toLowerCase().replaceAll(" ", "-")}`, service);
        for (const name of [own, `${own}Client`]) found.class.set(name, service);
        for (const name of [v2, `aws-sdk/clients/${v2.toLowerCase()}`]) found.v2.set(name, service);
        for (const text of [id, `${own}Client`, `com.amazonaws.${own.toLowerCase()}`]) found.wire.set(text, service);
    };
    const targets: [string, string][] = [];
    for (const [service, entry] of Object.entries(table("operations").table)) {
        const [id = "", , target = ""] = entry.split("|");
        found.botocore.set(service, service);
        add(id, V2_CLASSES[service] ?? id.replaceAll(" ", ""), service);
        if (target !== "") targets.push([target, service]);
    }
    for (const [id, service] of Object.entries(ALIASES)) add(id, id.replaceAll(" ", ""), service);
    for (const name of ["DynamoDBDocument", "DynamoDBDocumentClient"]) found.class.set(name, "dynamodb");
    found.v2.set("DynamoDB.DocumentClient", "dynamodb");
    // A text that two services share tells neither.
    const shared = new Set(targets.map(([shape]) => shape).filter((shape, at, all) => all.indexOf(shape) !== at));
    for (const [shape, service] of [...targets, ...Object.entries(SHAPES)])
        if (!shared.has(shape)) found.wire.set(shape, service);
    return found;
}

/** Version 3 joins the words of a service's id, each with a capital: `codestar notifications` is `CodestarNotifications`. */
function className(id: string): string {
    return id
        .split(" ")
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join("");
}

function words(text: string, separator: string): readonly string[] {
    return text === "" ? [] : text.split(separator);
}
