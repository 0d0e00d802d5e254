import { addresses, INTERNET } from "../../network";
import { type Answer, all, answer, not, undecided } from "../../values";
import type { Stack } from "../stack";
import { type RouteEntry, reachedBy, waysOf } from "./routes";
import type { Subnet } from "./subnets";

/**
 * What makes a subnet public: a route to an internet gateway, or addresses of the internet for whatever is launched there. Neither does
 * where the account blocks public access of its VPC. Source: https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
 */
export interface Publicity {
    readonly subnet: Subnet;
    readonly hasRoute: Answer;
    /** The route, where the stack has it: a default VPC's own it has not. */
    readonly route?: RouteEntry;
    readonly givesAddresses: Answer;
}

export function publicityOf(stack: Stack, subnet: Subnet): Publicity {
    return stack.onceFor(publicityOf, subnet.key, () => findPublicity(stack, subnet));
}

function findPublicity(stack: Stack, subnet: Subnet): Publicity {
    const { certain, possible, awaits } = reachedBy(stack, subnet, ["internet gateway"]);
    const meets = (set: typeof certain) => !addresses.isEmpty(addresses.intersect(set, INTERNET));
    const isOpen = not(subnet.isClosed);
    const route = waysOf(stack, subnet).routes.find(
        ({ way, when, destination }) => way === "internet gateway" && when.is !== "no" && meets(destination.possible),
    );
    return {
        subnet,
        hasRoute: all(isOpen, !meets(certain) && meets(possible) ? undecided(...awaits) : answer(meets(certain))),
        ...(route && { route }),
        givesAddresses: all(isOpen, subnet.givesPublicIpv4),
    };
}
