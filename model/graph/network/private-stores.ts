import {
    askedThroughApi,
    Ec2TransitGatewayVpcAttachment,
    Ec2VpcPeeringConnection,
    HOST_OUTPUT,
    hasDataApi,
    LambdaFunction,
    namesHost,
    SecretsManagerSecret,
    SecretsManagerSecretVersion,
    SsmParameter,
    storeDomains,
} from "../../aws";
import { type Answer, all, answer, any, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { possible } from "../link";
import { isOf, type Resource, sourcesOf } from "../resource";
import type { Stack } from "../stack";
import { PARTS } from "./database-clients";
import { networkInterfaces } from "./interfaces";
import type { NetworkInterface } from "./network-interface";
import { admitsGroupsOf } from "./security-groups";
import { namedElsewhere } from "./standing";
import { isUnknownVpc, vpcAt } from "./subnets";

/** A function that is told of a store with private addresses only, and how it stands to the store's network. */
export interface PrivateWiring {
    readonly client: Resource;
    readonly store: Resource;
    readonly what: string;
    /** Does it connect to it? */
    readonly connects: Answer;
    /** It is in no VPC at all. */
    readonly isOutside: Answer;
    /** It is in a VPC that has no connection to the store's. */
    readonly isApart: Answer;
}

/** Functions with the stores of this stack that they are told of. */
export const privateWirings = fact(
    [LambdaFunction, networkInterfaces, ...storeDomains.keys()],
    (stack): readonly PrivateWiring[] => {
        const clients = stack.ofType<unknown>(LambdaFunction).filter((one) => sourcesOf(one, "environment").length > 0);
        if (clients.length === 0 || !stack.resources.some(({ type }) => DOMAINS.has(type))) return [];
        const places = new Map(networkInterfaces(stack).map((one) => [one.host, one]));
        return clients.flatMap((client) => {
            const told = grouped(
                sourcesOf(client, "environment").map((source) => [source, storesOf(stack, source)] as const),
            );
            return [...told].flatMap(([store, sources]) => {
                const place = places.get(store);
                return place ? [wiringOf(stack, client, places.get(client), place, sources)] : [];
            });
        });
    },
);

function wiringOf(
    stack: Stack,
    client: Resource,
    own: NetworkInterface | undefined,
    place: NetworkInterface,
    sources: readonly Resource[],
): PrivateWiring {
    const { host: store, what } = place;
    const told = any(...sources.map((source) => tells(client, source, store)));
    const isDirect = sources.every((source) => source === store);
    return {
        ...{ client, store, what },
        connects: all(not(place.publicIpv4), told),
        isOutside: own ? no : isInNoVpc(client),
        // What belongs to a store, such as another endpoint of it, may stand in another network than the store.
        isApart: own && isDirect ? isApart(stack, own, place) : no,
    };
}

const DOMAINS: ReadonlyMap<string, readonly string[]> = new Map(
    [...storeDomains].map(([{ token }, domains]) => [token, domains]),
);

/** The stores that something tells of: itself, or what it was made of. */
function storesOf(stack: Stack, source: Resource): readonly Resource[] {
    if (DOMAINS.has(source.type)) return [source];
    const versions = isOf(source, SecretsManagerSecret)
        ? (stack.once(storesOf, versionsBySecret).get(source) ?? [])
        : [];
    const parts = PARTS.has(source.type) ? [source] : versions;
    const made = parts.flatMap((part) => Object.values(part.propertyDependencies).flat());
    return [...new Set(made.filter(({ type }) => DOMAINS.has(type)))];
}

function versionsBySecret(stack: Stack): ReadonlyMap<Resource, readonly Resource[]> {
    return grouped(
        stack
            .ofType(SecretsManagerSecretVersion)
            .map(
                (one) =>
                    [one, possible(stack.link<unknown>(one, one.root.get("secretId"), SecretsManagerSecret))] as const,
            ),
    );
}

function isInNoVpc(client: Resource): Answer {
    const config = client.root.get("vpcConfig");
    return config.state === "unknown" ? undecided(config.place) : yes;
}

/** Does the function learn by this source where to connect to? What an API of AWS asks for by ARN or secret is no connection. */
function tells(client: Resource, source: Resource, store: Resource): Answer {
    const domains = DOMAINS.get(store.type) ?? [];
    if (isOf(source, SecretsManagerSecret) || isOf(source, SecretsManagerSecretVersion))
        return askedThroughApi.some(({ token }) => token === store.type) ? no : not(hasDataApi(store.root));
    const hosts = hostsIn(store);
    if (isOf(source, SsmParameter)) return holdsHost(source.root.get("value"), hosts, domains);
    const variables = client.root.down("environment.variables");
    if (variables.state === "unknown") return undecided(variables.place);
    const isOnly = sourcesOf(client, "environment").every((one) => one === source);
    return any(
        ...variables.entries().map(([name, variable]) => {
            if (variable.state !== "unknown") return holdsHost(variable, hosts, domains);
            const isNamed = namesHost(name);
            return isNamed === false ? no : isNamed && isOnly ? yes : undecided(variable.place);
        }),
    );
}

function holdsHost(at: Value, hosts: readonly string[], domains: readonly string[]): Answer {
    if (at.state === "unknown") return undecided(at.place);
    const text = at.text() ?? "";
    const isOfDomain = domains.some((domain) =>
        new RegExp(`[.]${domain}[.](?:[a-z0-9-]+[.])?amazonaws[.]com`).test(text),
    );
    return answer(isOfDomain || hosts.some((host) => text.includes(host)));
}

/** The host names among a store's outputs, as far as they are known. */
function hostsIn({ root }: Resource): readonly string[] {
    return root.entries().flatMap(([name, at]) => (HOST_OUTPUT.test(name) ? textsIn(at) : []));
}

function textsIn(at: Value): readonly string[] {
    const text = at.text();
    if (text !== undefined) return text.length > 3 ? [text] : [];
    const below = (at.items() as readonly Value[]).flatMap((item) => item.entries());
    return below.flatMap(([name, one]) => (HOST_OUTPUT.test(name) ? textsIn(one) : []));
}

/** Neither in one VPC, nor peered, nor both at a transit gateway; nor does a group of the one let the other's in. */
function isApart(stack: Stack, client: NetworkInterface, store: NetworkInterface): Answer {
    const [from, to] = [vpcsOf(client), vpcsOf(store)];
    if (from.some((vpc) => to.includes(vpc))) return no;
    const groups = (one: NetworkInterface, path: string) => ({ resource: one.host, at: one.host.root.down(path) });
    if (admitsGroupsOf(stack, groups(client, "vpcConfig.securityGroupIds"), groups(store, "vpcSecurityGroupIds")))
        return no;
    const open = [client, store].flatMap((one) => [
        ...namedElsewhere(one),
        ...one.subnets.filter(({ vpc, elsewhere }) => isUnknownVpc(vpc) && !elsewhere).map(() => one.host.name),
    ]);
    if (open.length > 0) return undecided(...open);
    return answer(!from.some((one) => to.some((other) => areConnected(stack, one, other))));
}

function vpcsOf({ subnets }: NetworkInterface): readonly string[] {
    return [...new Set(subnets.map(({ vpc }) => vpc))];
}

function areConnected(stack: Stack, one: string, other: string): boolean {
    const keysAt = (holder: Resource, ...paths: string[]) =>
        paths.map((path) => vpcAt(stack, holder, holder.root.get(path)).key);
    const isPeered = stack.ofType<unknown>(Ec2VpcPeeringConnection).some((connection) => {
        const ends = keysAt(connection, "vpcId", "peerVpcId");
        return ends.includes(one) && ends.includes(other);
    });
    const attached = stack.ofType<unknown>(Ec2TransitGatewayVpcAttachment).flatMap((at) => keysAt(at, "vpcId"));
    return isPeered || (attached.includes(one) && attached.includes(other));
}
