/** Holds what the model says of a network against what the search finds. */
import { Stack } from "../../../model/graph";
import { reachedFromInternet } from "../../../model/graph/network/reach";
import { openingsOf, type Traffic } from "../../../model/network";
import type { Network } from "./network";
import { recordsOf, type Writing } from "./records";
import { packetsOf, reached } from "./search";

export interface Difference {
    readonly thing: string;
    readonly packet: string;
    readonly truth: boolean;
    readonly certain: boolean;
    readonly possible: boolean;
}

/** Where what is certain is not so, or what is so is not possible; where all has to be known, also what stays open. */
export function differences(
    network: Network,
    seed: number,
    writing: Writing = {},
    isExact = false,
): readonly Difference[] {
    const stack = new Stack(recordsOf(network, seed, writing));
    const found = new Map([...reachedFromInternet(stack)].map(([{ name }, steps]) => [name, steps]));
    const truth = reached(network);
    const packets = packetsOf(network);
    return network.things.flatMap(({ name }) => {
        const steps = (found.get(name) ?? []).map((step) => step.packets);
        return packets.flatMap(({ protocol, port }) => {
            const is = truth.get(name)?.has(`${protocol}:${port}`) ?? false;
            const certain = steps.some((one) => carries(one.certain, protocol, port));
            const possible = steps.some((one) => carries(one.possible, protocol, port));
            const isRight = isExact ? certain === is && possible === is : (is || !certain) && (possible || !is);
            return isRight ? [] : [{ thing: name, packet: `${protocol}:${port}`, truth: is, certain, possible }];
        });
    });
}

function carries(set: Traffic, protocol: number, port: number): boolean {
    return openingsOf(set).some(
        ({ protocols, ports }) =>
            protocols.from <= protocol && protocol <= protocols.to && ports.from <= port && port <= ports.to,
    );
}
