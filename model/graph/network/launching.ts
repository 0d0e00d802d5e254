import {
    Ec2Instance,
    Ec2LaunchConfiguration,
    Ec2LaunchTemplate,
    Ec2SpotInstanceRequest,
    type ResourceType,
    templatesOf,
} from "../../aws";
import { linked } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";

export const INSTANCES: readonly ResourceType[] = [Ec2Instance, Ec2SpotInstanceRequest];

export interface Launching {
    readonly configuration?: Resource;
    readonly template?: Resource;
    /** Where it names one of another stack. */
    readonly elsewhere?: string;
}

/** What an instance, or a group of them, is launched from: the first of each that it names. */
export function launching(stack: Stack, host: Resource): Launching {
    const named = templatesOf(host.type, host.root);
    const first = (type: ResourceType) => named.flatMap((at) => linked(stack.link<unknown>(host, at, type)) ?? [])[0];
    const [configuration, template] = [first(Ec2LaunchConfiguration), first(Ec2LaunchTemplate)];
    const said = named.find(({ path }) => inputOf(host, path).state !== "absent");
    return {
        ...(configuration && { configuration }),
        ...(template && { template }),
        ...(!configuration && !template && said && { elsewhere: said.place }),
    };
}

/** The same, and whether it is of another stack. */
export function launchedFrom(
    stack: Stack,
    host: Resource,
): { readonly from: readonly Resource[]; readonly isElsewhere: boolean } {
    const { configuration, template, elsewhere } = launching(stack, host);
    return { from: [configuration, template].flatMap((one) => one ?? []), isElsewhere: elsewhere !== undefined };
}
