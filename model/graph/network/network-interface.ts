import type { NetworkRole } from "../../aws";
import type { Answer } from "../../values";
import type { Resource } from "../resource";
import type { KnownAddresses } from "./known-addresses";
import type { NamedGroups } from "./security-groups";
import type { Standing } from "./standing";

/** One network interface of a resource: where it stands, and what lets packets to it. */
export interface NetworkInterface extends Standing {
    readonly host: Resource;
    readonly role: NetworkRole;
    /** In words. */
    readonly what: string;
    readonly groups: NamedGroups;
    /** A network load balancer may have no groups at all: nothing filters then. */
    readonly isUnfiltered: boolean;
    readonly publicIpv4: Answer;
    readonly hasIpv6: Answer;
    /** The resource that it is, where it is one of its own. */
    readonly own?: Resource;
    /** Its own private addresses where the program gives them; absent: some of its subnets'. */
    readonly addresses?: KnownAddresses;
    /** The ports on which it answers; absent: any. */
    readonly ports?: readonly number[];
    /** What would tell which of them. */
    readonly portsAwait: readonly string[];
}
