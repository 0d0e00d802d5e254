import {
    Ec2VpcEndpoint,
    Ec2VpcEndpointPolicy,
    Ec2VpcEndpointRouteTableAssociation,
    LambdaFunction,
    Route53Zone,
    valuesAt,
} from "../../aws";
import { parsePolicy, type Statement } from "../../iam";
import { type Answer, all, answer, any, isTrue, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { possible } from "../link";
import { inputOf, isGiven, type Resource } from "../resource";
import type { Stack } from "../stack";
import { servicesNeededBy } from "./needed-services";
import { hasWay, routeTypes, tableAt, tablesOf } from "./routes";
import { type Subnet, subnetsAt, subnets as subnetsOf, vpcAt } from "./subnets";

/** A function in subnets without a way out, with the services that it is told of and that no endpoint leads to. */
export interface CallWithoutWay {
    readonly client: Resource;
    readonly service: string;
    readonly when: Answer;
    /** Its subnets lead to an internet gateway, which a function without a public address cannot use. */
    readonly isInPublicSubnet: boolean;
}

/** Calls of functions to services of AWS that come to nothing. A way to a peer or a private network may lead on. */
export const callsWithoutWay = fact(
    [
        LambdaFunction,
        servicesNeededBy,
        subnetsOf,
        ...routeTypes,
        Ec2VpcEndpoint,
        Ec2VpcEndpointRouteTableAssociation,
        Route53Zone,
    ],
    (stack): readonly CallWithoutWay[] =>
        stack.ofType<unknown>(LambdaFunction).flatMap((client) => {
            const { subnets } = subnetsAt(stack, client, client.root.down("vpcConfig.subnetIds"));
            const services = subnets.length === 0 ? [] : [...servicesNeededBy(stack)(client)];
            const isDual = isTrue(client.root.down("vpcConfig.ipv6AllowedForDualStack"), false);
            return services.map(([service, isNeeded]) => ({
                client,
                service,
                when: all(
                    isNeeded,
                    any(
                        ...subnets.map((one) =>
                            all(not(leadsOut(stack, one, isDual)), not(hasEndpoint(stack, one, service))),
                        ),
                    ),
                ),
                isInPublicSubnet: subnets.some((one) => hasWay(stack, one, "internet gateway").is === "yes"),
            }));
        }),
);

function leadsOut(stack: Stack, subnet: Subnet, isDual: Answer): Answer {
    return any(
        hasWay(
            stack,
            subnet,
            ...(["NAT gateway", "transit gateway", "private gateway", "peering"] as const),
            ...(["interface", "elsewhere"] as const),
        ),
        all(isDual, hasWay(stack, subnet, "egress-only gateway", "internet gateway")),
    );
}

function endpointsByVpc(stack: Stack): ReadonlyMap<string, readonly Resource[]> {
    return grouped(
        stack
            .ofType<unknown>(Ec2VpcEndpoint)
            .map((one) => [one, [vpcAt(stack, one, one.root.get("vpcId")).key]] as const),
    );
}

/** Does an endpoint for the service serve a subnet? */
export function hasEndpoint(stack: Stack, subnet: Subnet, service: string): Answer {
    const endpoints = stack.once(endpointsByVpc, endpointsByVpc).get(subnet.vpc) ?? [];
    return any(...endpoints.map((one) => all(isFor(one.root.get("serviceName"), service), serves(stack, one, subnet))));
}

function isFor(name: Value, service: string): Answer {
    if (name.state === "unknown") return undecided(name.place);
    return answer(
        name
            .text()
            ?.replace(/-fips$/, "")
            .endsWith(`.${service}`) === true,
    );
}

/**
 * One for a gateway stands in route tables; one with interfaces is found under the service's own name only where it has private DNS,
 * or where a zone of the stack's own leads to it.
 */
function serves(stack: Stack, endpoint: Resource, subnet: Subnet): Answer {
    const { root } = endpoint;
    if (root.get("vpcEndpointType").text() === "Interface")
        return stack.has(Route53Zone) ? yes : isTrue(inputOf(endpoint, "privateDnsEnabled"), false);
    const later = stack.once(serves, associations).get(endpoint) ?? [];
    const own = valuesAt(root, "routeTableIds[]").filter(({ state }) => state !== "absent");
    const named = [...later, ...own.map((at) => [endpoint, at] as const)];
    const keys = named.flatMap(([holder, at]) => tableAt(stack, holder, at).keys);
    const open = named.filter(([holder, at]) => isOfNobody(tableAt(stack, holder, at)) && isOpen(holder, at));
    const isNamed = tablesOf(stack, subnet).some((table) => keys.includes(table));
    return isNamed ? yes : any(...open.map(([, at]) => undecided(at.place)));
}

function isOfNobody({ keys: [first], awaits }: ReturnType<typeof tableAt>): boolean {
    return first === undefined || awaits.includes(first);
}

/** A list that is unknown as a whole may be the provider's own; an element of one is the program's. */
function isOpen(holder: Resource, { state, path }: Value): boolean {
    return state === "unknown" && (path.endsWith("]") || isGiven(holder, path));
}

function associations(stack: Stack): ReadonlyMap<Resource, readonly (readonly [Resource, Value])[]> {
    return grouped(
        stack
            .ofType<unknown>(Ec2VpcEndpointRouteTableAssociation)
            .map(
                (one) =>
                    [
                        [one, one.root.get("routeTableId")] as const,
                        possible(stack.link<unknown>(one, one.root.get("vpcEndpointId"), Ec2VpcEndpoint)),
                    ] as const,
            ),
    );
}

/** Endpoints in VPCs of functions, through which anybody there reaches anything of the service: also what is of another account. */
export const openEndpoints = fact(
    [Ec2VpcEndpoint, Ec2VpcEndpointPolicy, LambdaFunction, subnetsOf],
    (stack): readonly { resource: Resource; at: Value; when: Answer }[] => {
        const vpcs = new Set(
            stack
                .ofType<unknown>(LambdaFunction)
                .flatMap((one) => subnetsAt(stack, one, one.root.down("vpcConfig.subnetIds")).subnets)
                .map(({ vpc }) => vpc),
        );
        const own = new Set(
            stack
                .ofType<unknown>(Ec2VpcEndpointPolicy)
                .flatMap((one) => possible(stack.link<unknown>(one, one.root.get("vpcEndpointId"), Ec2VpcEndpoint))),
        );
        return [...stack.once(endpointsByVpc, endpointsByVpc)]
            .filter(([vpc]) => vpcs.has(vpc))
            .flatMap(([, endpoints]) => endpoints)
            .filter((one) => !own.has(one) && one.root.get("vpcEndpointType").text() !== "GatewayLoadBalancer")
            .map((resource) => {
                const at = inputOf(resource, "policy");
                return { resource, at, when: isOpenPolicy(at) };
            });
    },
);

/** Without a policy AWS gives one that allows everything to everybody. */
function isOpenPolicy(at: Value): Answer {
    if (at.state === "absent") return yes;
    if (at.state === "unknown") return undecided(at.place);
    const { statements, unknown } = parsePolicy(at);
    if (statements.some(allowsEverything)) return yes;
    return any(...unknown.map((place) => undecided(place)));
}

function allowsEverything({ effect, actions, resources, conditions }: Statement): boolean {
    const isAll = (members: typeof actions | undefined) => members?.not === false && members.patterns.includes("*");
    return effect === "Allow" && isAll(actions) && isAll(resources) && conditions.length === 0;
}
