import { sdkService } from "./services";

/**
 * Where an operation is named:
 * - `Operation`: AWS's own, `GetItem`
 * - `camelCase`: a method of JavaScript's clients, `getItem`
 * - `snake_case`: a method of boto3's clients, `get_item`
 * - `Command`: a command of version 3, `GetItemCommand`
 */
export type OperationSpelling = "Operation" | "camelCase" | "snake_case" | "Command";

/** As AWS writes it; undefined for one that neither the service's model nor its actions have. */
export function operationNamed(service: string, name: string, spelling: OperationSpelling): string | undefined {
    const key = keyOf(name, spelling);
    if (key === undefined) return undefined;
    const found = sdkService(service)?.operations.get(key.toLowerCase());
    return spelling === "snake_case" || found === key ? found : undefined;
}

/** What a name stands for, in AWS's spelling where the letters tell it; undefined for one that is not spelled so. */
function keyOf(name: string, spelling: OperationSpelling): string | undefined {
    switch (spelling) {
        case "Operation":
            return name;
        case "camelCase":
            return /^[a-z]/.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : undefined;
        case "snake_case":
            return /^[a-z][a-z\d]*(_[a-z\d]+)*$/.test(name) ? name.replaceAll("_", "") : undefined;
        case "Command":
            return name.endsWith("Command") ? name.slice(0, -"Command".length) : undefined;
    }
}

/** Every operation that a client of the service may have, in AWS's spelling. */
export function operationsOf(service: string): readonly string[] {
    return [...(sdkService(service)?.operations.values() ?? [])].sort();
}

/** The operation that a waiter asks: `TableExists`, boto3's `table_exists`, version 2's `tableExists`, version 3's `waitUntilTableExists`. */
export function waiter(service: string, name: string): string | undefined {
    const waiters = sdkService(service)?.waiters;
    const wanted = comparable(name.replace(/^wait(Until|For)(?=[A-Z])/, ""));
    for (const [own, operation] of waiters ?? []) if (comparable(own) === wanted) return operation;
    return undefined;
}

/** The operation that a paginator repeats: boto3's `list_objects_v2`, version 3's `paginateListObjectsV2`. */
export function paginator(service: string, name: string): string | undefined {
    const repeated = name.replace(/^paginate(?=[A-Z])/, "");
    return operationNamed(service, repeated, repeated === name ? "snake_case" : "Operation");
}

function comparable(name: string): string {
    return name.replaceAll("_", "").toLowerCase();
}

/** lib-dynamodb's commands and version 2's DocumentClient, whose names leave out what is clear: the operations they call. */
const DOCUMENT: ReadonlyMap<string, string> = new Map([
    ["get", "GetItem"],
    ["put", "PutItem"],
    ["update", "UpdateItem"],
    ["delete", "DeleteItem"],
    ["query", "Query"],
    ["scan", "Scan"],
    ["batchGet", "BatchGetItem"],
    ["batchWrite", "BatchWriteItem"],
    ["transactGet", "TransactGetItems"],
    ["transactWrite", "TransactWriteItems"],
    ["executeStatement", "ExecuteStatement"],
    ["batchExecuteStatement", "BatchExecuteStatement"],
    ["executeTransaction", "ExecuteTransaction"],
]);

/** The operation of a method (`batchGet`) or a command (`BatchGetCommand`) for documents of DynamoDB. */
export function documentOperation(name: string): string | undefined {
    const method = name.endsWith("Command") ? name.charAt(0).toLowerCase() + name.slice(1, -"Command".length) : name;
    return DOCUMENT.get(method);
}
