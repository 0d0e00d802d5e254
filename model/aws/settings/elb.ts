/** Elastic Load Balancing. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { AlbLoadBalancer, LoadBalancer } from "../types";
import { bad } from "./condition";
import { on } from "./good";
import { settings } from "./setting";

/** It holds no data; what is lost is its name, to which others point. */
const kept = {
    good: on,
    absent: bad,
    severity: "low",
    says: {
        absent: "absent, so one call deletes the door to this service, and its name in DNS",
        otherwise: "false, so one call deletes the door to this service, and its name in DNS",
    },
    controls: [fsbp("ELB.6")],
} as const;

export const elb = [
    settings(LoadBalancer, "loadBalancer", {
        protectedFromDeletion: { at: (balancer) => balancer.enableDeletionProtection, ...kept },
    }),
    settings(AlbLoadBalancer, "loadBalancer", {
        protectedFromDeletion: { at: (balancer) => balancer.enableDeletionProtection, ...kept },
    }),
].flat();
