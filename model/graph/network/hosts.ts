import { AutoScalingGroup, Ec2LaunchConfiguration, Ec2LaunchTemplate, type ResourceType } from "../../aws";
import type { Value } from "../../values";
import { fact } from "../fact";
import { inputOf, type Resource } from "../resource";
import { interfacesByHost } from "./interfaces";
import { INSTANCES, launchedFrom } from "./launching";
import type { NetworkInterface } from "./network-interface";

/** An instance, a group of instances, or what instances are launched from and nothing here launches. */
export interface Host {
    readonly resource: Resource;
    /** What says how it is set up, that which holds over the others first: the instance, its configuration, its template. */
    readonly said: readonly Resource[];
    /** Its template or configuration is another stack's, or not known yet: what is absent here may be said there. */
    readonly isSaidElsewhere: boolean;
    readonly interfaces: readonly NetworkInterface[];
}

const LAUNCHED_FROM: readonly ResourceType[] = [Ec2LaunchConfiguration, Ec2LaunchTemplate];

/** Every host of the stack. */
export const hosts = fact(
    [...INSTANCES, AutoScalingGroup, ...LAUNCHED_FROM, interfacesByHost],
    (stack): readonly Host[] => {
        const interfaces = interfacesByHost(stack);
        const running = stack.ofType<unknown>(...INSTANCES, AutoScalingGroup).map((resource): Host => {
            const { from, isElsewhere } = launchedFrom(stack, resource);
            const own = INSTANCES.some(({ token }) => token === resource.type) ? [resource] : [];
            const said = [...own, ...from];
            return { resource, said, isSaidElsewhere: isElsewhere, interfaces: interfaces.get(resource) ?? [] };
        });
        const used = new Set(running.flatMap(({ said }) => said));
        const spare = stack.ofType<unknown>(...LAUNCHED_FROM).filter((one) => !used.has(one));
        const unused = spare.map(
            (resource): Host => ({ resource, said: [resource], isSaidElsewhere: false, interfaces: [] }),
        );
        return [...running, ...unused];
    },
);

/** What is said of a host at one of some paths, by the first that says anything, and who says it. */
export function saidOf({ said }: Host, ...paths: readonly string[]): { by: Resource; at: Value } | undefined {
    for (const by of said)
        for (const path of paths) {
            const at = inputOf(by, path);
            if (at.state !== "absent" && at.text() !== "") return { by, at };
        }
    return undefined;
}

/** The profile whose role a host's programs have, and the agent of Session Manager. */
export function profileOf(host: Host): { by: Resource; at: Value } | undefined {
    return saidOf(host, "iamInstanceProfile.arn", "iamInstanceProfile.name", "iamInstanceProfile");
}

/** Where something of a host must change: at who says it, or else at the first that could. */
export function speaker({ resource, said }: Host): Resource {
    return said[0] ?? resource;
}
