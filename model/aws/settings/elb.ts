/** Elastic Load Balancing. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */

import { fsbp } from "../../frameworks";
import { AlbListener, AlbLoadBalancer, ClassicLoadBalancer, Listener, LoadBalancer } from "../types";
import { bad, both, companion, either, given, good, says, switchedOn, when } from "./condition";
import { anything, noneOf, on } from "./good";
import { settings } from "./setting";

/**
 * Gateway load balancers have no access logs, network load balancers of TLS requests alone:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html
 */
const hasTls = either(
    companion(
        Listener,
        (listener) => listener.loadBalancerArn,
        when((listener) => listener.protocol, "TLS"),
    ),
    companion(
        AlbListener,
        (listener) => listener.loadBalancerArn,
        when((listener) => listener.protocol, "TLS"),
    ),
);
const fix = "Set accessLogs: { bucket: logs.bucket, enabled: true }.";
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
    settings([LoadBalancer, AlbLoadBalancer], "loadBalancer", {
        logged: {
            at: (balancer) => balancer.accessLogs.enabled,
            good: on,
            absent: bad,
            only: either(
                says((balancer) => balancer.loadBalancerType, noneOf("gateway", "network"), good),
                both(
                    when((balancer) => balancer.loadBalancerType, "network"),
                    hasTls,
                ),
            ),
            fix,
            controls: [fsbp("ELB.5")],
        },
    }),
    settings([LoadBalancer, AlbLoadBalancer], "loadBalancer", {
        logged: {
            at: (balancer) => balancer.accessLogs.bucket,
            good: anything,
            absent: bad,
            only: switchedOn((balancer) => balancer.accessLogs.enabled),
            says: {
                absent: "absent, so there is nothing to write to",
                otherwise: "empty, so there is nothing to write to",
            },
            fix,
        },
        protectedFromDeletion: { at: (balancer) => balancer.enableDeletionProtection, ...kept },
    }),
    // On where a bucket is named, otherwise than of the newer ones.
    settings(ClassicLoadBalancer, "loadBalancer", {
        logged: {
            at: (balancer) => balancer.accessLogs.enabled,
            good: on,
            absent: given((balancer) => balancer.accessLogs.bucket),
            fix: "Set accessLogs: { bucket: logs.bucket }.",
        },
    }),
].flat();
