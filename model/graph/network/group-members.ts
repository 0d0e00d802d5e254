import { Ec2VpcEndpoint } from "../../aws";
import { type Answer, no, undecided, type Value, yes } from "../../values";
import type { Stack } from "../stack";
import { interfacesByGroup, networkInterfaces } from "./interfaces";
import type { NetworkInterface } from "./network-interface";
import { type GroupKey, groupsAt, ruleTypes, securityGroups } from "./security-groups";

/** Has nothing but such things the group, as far as the stack tells? */
export function areAll(stack: Stack, key: GroupKey, isSuch: (member: NetworkInterface) => boolean): Answer {
    const members = interfacesByGroup(stack).get(key) ?? [];
    if (!members.every(isSuch) || stack.once(usedOtherwise, usedOtherwise).has(key)) return no;
    const strays = stack.once(areAll, () => networkInterfaces(stack).filter(({ groups }) => groups.isAny));
    const open = strays.filter((one) => !isSuch(one)).flatMap(({ groups }) => groups.awaits);
    return open.length > 0 ? undecided(...open) : yes;
}

/** Groups that go into resources of which the network here knows nothing: endpoints, clusters, jobs. */
function usedOtherwise(stack: Stack): ReadonlySet<string> {
    const known = new Set([
        ...ruleTypes.map(({ token }) => token),
        ...networkInterfaces(stack).map(({ host }) => host.type),
    ]);
    const keys = new Map([...securityGroups(stack).values()].map(({ resource, key }) => [resource, key] as const));
    const found = new Set<string>();
    for (const one of stack.resources) {
        if (known.has(one.type)) continue;
        for (const sources of Object.values(one.propertyDependencies))
            for (const source of sources) {
                const key = keys.get(source);
                if (key !== undefined) found.add(key);
            }
    }
    for (const endpoint of stack.ofType(Ec2VpcEndpoint)) {
        const at = endpoint.root.get("securityGroupIds") as Value;
        for (const key of groupsAt(stack, endpoint, at).possible) found.add(key);
    }
    return found;
}
