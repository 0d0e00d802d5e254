import { Ec2Eip, Ec2EipAssociation, Ec2NetworkInterface } from "../../aws";
import { type Answer, no, undecided, yes } from "../../values";
import { grouped } from "../grouped";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { INSTANCES } from "./launching";

/** Is an Elastic IP fixed to an instance, or to an interface? */
export function hasElasticIp(stack: Stack, holder: Resource): Answer {
    const { holders, perhaps, anywhere } = stack.once(hasElasticIp, elasticIps);
    if (holders.has(holder.urn)) return yes;
    const awaits = [...(perhaps.get(holder.urn) ?? []), ...anywhere];
    return awaits.length === 0 ? no : undecided(...awaits);
}

interface ElasticIps {
    /** By URN: the instances and interfaces that have one; those that may, with what would tell. */
    readonly holders: ReadonlySet<string>;
    readonly perhaps: ReadonlyMap<string, readonly string[]>;
    /** Places that may name any. */
    readonly anywhere: readonly string[];
}

function elasticIps(stack: Stack): ElasticIps {
    const types = [Ec2NetworkInterface, ...INSTANCES];
    const holders = new Set<string>();
    const anywhere: string[] = [];
    const open: (readonly [string, readonly string[]])[] = [];
    for (const [type, paths] of [
        [Ec2Eip, ["instance", "networkInterface"]],
        [Ec2EipAssociation, ["instanceId", "networkInterfaceId"]],
    ] as const) {
        for (const one of stack.ofType<unknown>(type))
            for (const path of paths) {
                const link = stack.link<unknown>(one, inputOf(one, path), ...types);
                if (link.kind === "found") holders.add(link.resource.urn);
                if (link.kind === "candidates") open.push([link.awaits, link.resources.map(({ urn }) => urn)]);
                if (link.kind === "unknown") anywhere.push(link.awaits);
            }
    }
    return { holders, perhaps: grouped(open), anywhere };
}
