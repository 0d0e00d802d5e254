import {
    type DatabaseSignIn,
    databaseSignIns,
    hasDataApi,
    LambdaFunction,
    NeptuneClusterEndpoint,
    NeptuneClusterInstance,
    RdsClusterEndpoint,
    RdsClusterInstance,
    RdsProxyEndpoint,
    RdsProxyTarget,
    SecretsManagerSecret,
    SecretsManagerSecretVersion,
    SsmParameter,
} from "../../aws";
import { type Answer, answer, any, no, not, undecided, yes } from "../../values";
import { fact } from "../fact";
import { linked } from "../link";
import { isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { admitsGroupsOf } from "./security-groups";

/** A database, or a proxy before one, with the functions of the stack that connect to it. */
export interface ReachedDatabase {
    readonly resource: Resource;
    readonly signIn: DatabaseSignIn;
    /** A proxy of the stack stands before it. */
    readonly isBehindProxy: boolean;
    /** Those that do, or may. */
    readonly clients: readonly { readonly client: Resource; readonly when: Answer }[];
}

/** Every database to which IAM identities may be let sign in. */
export const reachedDatabases = fact(
    databaseSignIns.map(({ type }) => type),
    (stack): readonly ReachedDatabase[] => {
        const functions = stack.ofType(LambdaFunction).filter(mayConnect);
        return databaseSignIns.flatMap((signIn) =>
            stack.ofType(signIn.type).map((resource) => {
                const database = { resource, signIn, isBehindProxy: isBehindProxy(stack, resource) };
                const clients = functions
                    .map((client) => ({ client, when: connects(stack, client, database) }))
                    .filter(({ when }) => when.is !== "no");
                return { ...database, clients };
            }),
        );
    },
);

/** Is a function in a network, or told of anything by another resource? No other connects to a database of the stack. */
function mayConnect(client: Resource): boolean {
    const isTold = (client.propertyDependencies["environment"] ?? []).length > 0;
    return isTold || groupsOf(client).at.state !== "absent";
}

function groupsOf(client: Resource) {
    return { resource: client, at: client.root.down("vpcConfig.securityGroupIds") };
}

/**
 * Does the function's environment tell it of the database, or do the security groups let it in? Of a cluster with the Data API, it
 * must be told of a host, for all else may be for that API.
 */
function connects(
    stack: Stack,
    client: Resource,
    { resource: database, signIn, isBehindProxy }: Omit<ReachedDatabase, "clients">,
): Answer {
    const own = { resource: database, at: database.root.get("vpcSecurityGroupIds") };
    const isLetIn = admitsGroupsOf(stack, groupsOf(client), own) && !isBehindProxy;
    const sources = client.propertyDependencies["environment"] ?? [];
    if (!sources.some((source) => leadsTo(stack, source, database))) return answer(isLetIn);
    return any(answer(isLetIn), not(hasDataApi(database.root)), namesHost(client, database, signIn.hosts));
}

/** The database itself, what belongs to it, or what is stored of it under a name. */
function leadsTo(stack: Stack, source: Resource, database: Resource): boolean {
    if (source === database) return true;
    if (isOf(source, SecretsManagerSecret))
        return stack
            .ofType(SecretsManagerSecretVersion)
            .some(
                (version) =>
                    madeOf(version, database) &&
                    linked(stack.link(version, version.root.get("secretId"), SecretsManagerSecret)) === source,
            );
    return PARTS.has(source.type) && madeOf(source, database);
}

/** What belongs to a database, or tells of it. */
export const PARTS: ReadonlySet<string> = new Set(
    [
        RdsClusterInstance,
        RdsClusterEndpoint,
        RdsProxyEndpoint,
        NeptuneClusterInstance,
        NeptuneClusterEndpoint,
        SecretsManagerSecretVersion,
        SsmParameter,
    ].map(({ token }) => token),
);

function madeOf(part: Resource, database: Resource): boolean {
    return Object.values(part.propertyDependencies).some((sources) => sources.includes(database));
}

/** Functions in the network of a database that has a proxy connect to the proxy, unless they are told of the database. */
function isBehindProxy(stack: Stack, database: Resource): boolean {
    const names = (target: Resource) =>
        ["dbClusterIdentifier", "dbInstanceIdentifier"].map((property) => target.root.get(property));
    const isNamed = (target: Resource) =>
        names(target).some((name) => linked(stack.link(target, name, { token: database.type })) === database);
    return stack.ofType(RdsProxyTarget).some((target) => madeOf(target, database) || isNamed(target));
}

function namesHost(client: Resource, database: Resource, hosts: readonly string[]): Answer {
    const variables = client.root.down("environment.variables");
    if (variables.state === "unknown") return undecided(variables.place);
    const known = hosts.flatMap((host) => database.root.get(host).text() ?? []);
    return any(
        ...variables.entries().map(([, variable]) => {
            if (variable.state === "unknown") return undecided(variable.place);
            const text = variable.text() ?? "";
            return known.some((host) => host !== "" && text.includes(host)) ? yes : no;
        }),
    );
}

/** Some function does. */
export function isReached({ clients }: ReachedDatabase): Answer {
    return any(...clients.map(({ when }) => when));
}
