import {
    Ec2KeyPair,
    Ec2LaunchConfiguration,
    Ec2LaunchTemplate,
    isBastion,
    isForBastion,
    keysOf,
    launchingTypes,
    templatesOf,
} from "../../aws";
import { type Answer, any, filled, type Value } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { possible } from "../link";
import { isGiven, type Resource } from "../resource";
import type { Stack } from "../stack";
import { bastions } from "./bastions";

/** A place that puts an SSH key on hosts, or a key pair that no host of the stack has. */
export interface StaticKey {
    readonly resource: Resource;
    /** Undefined of a key pair: it as a whole. */
    readonly at?: Value;
    readonly isBastions: Answer;
}

export const staticKeys = fact([Ec2KeyPair, ...launchingTypes, bastions], (stack): readonly StaticKey[] => {
    const starters = stack.ofType(...launchingTypes).map((resource) => ({ resource, keys: givenKeys(resource) }));
    // A host's own key takes the place of its template's.
    const byTemplate = grouped(
        starters
            .filter(({ keys }) => keys.length === 0)
            .map(({ resource }) => [resource, madeBy(stack, resource)] as const),
    );
    const used = new Set<Resource>();
    const placed = starters.flatMap(({ resource, keys }) =>
        keys.map((at) => {
            for (const pair of possible(stack.link<unknown>(resource, at, Ec2KeyPair))) used.add(pair);
            const users = [resource, ...(byTemplate.get(resource) ?? [])];
            const isCalled = users.map(({ name, root }) => isBastion(name, root));
            return { resource, at, isBastions: any(...isCalled, ...users.map((user) => isOfBastion(stack, user))) };
        }),
    );
    const spare = stack.ofType<unknown>(Ec2KeyPair).filter((pair) => !used.has(pair));
    return [
        ...placed,
        ...spare.map((resource) => ({ resource, isBastions: isForBastion(resource.name, resource.root) })),
    ];
});

/** Is it a bastion, whatever it is called? */
function isOfBastion(stack: Stack, resource: Resource): Answer {
    const known = stack.once(isOfBastion, () =>
        grouped(bastions(stack).map(({ resource: host, when }) => [when, [host]] as const)),
    );
    return any(...(known.get(resource) ?? []));
}

function givenKeys(resource: Resource): readonly Value[] {
    return keysOf(resource.type, resource.root).filter(
        (at) => filled(at).is === "yes" && (at.state === "known" || isGiven(resource, at.path)),
    );
}

function madeBy(stack: Stack, resource: Resource): readonly Resource[] {
    const found = templatesOf(resource.type, resource.root).flatMap((at) =>
        possible(stack.link<unknown>(resource, at, Ec2LaunchTemplate, Ec2LaunchConfiguration)),
    );
    return [...new Set(found)];
}
