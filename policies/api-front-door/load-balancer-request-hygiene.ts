import { AlbLoadBalancer, ClassicLoadBalancer, LoadBalancer } from "../../model/aws";
import { all, equals, isTrue, not, yes } from "../../model/values";
import { cwe, defineRule, fsbp, sas } from "../../pack";

const balancer = { loadBalancerType: "application", subnets: ["subnet-0a1b2c3d", "subnet-1a2b3c4d"] };

/** Headers are an application load balancer's matter; classic ones only say how they treat requests that are read in two ways. */
export default defineRule({
    id: "load-balancer-request-hygiene",
    severity: "medium",
    frameworks: [fsbp("ELB.4"), fsbp("ELB.12"), fsbp("ELB.14"), cwe(444), sas(1)],
    title: "Load balancers pass on no request that can be read in two ways.",
    why: "Where the load balancer and the server read a request differently, one caller puts requests in front of another's, past what the load balancer checks.",
    fix: 'Set dropInvalidHeaderFields: true, and leave desyncMitigationMode at "defensive" or set it to "strictest".',
    sources: [
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
        "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
    ],
    resource: [LoadBalancer, AlbLoadBalancer, ClassicLoadBalancer],
    bad: balancer,
    good: { ...balancer, dropInvalidHeaderFields: true },
    *check(_inputs, { type, root }) {
        const isClassic = type === ClassicLoadBalancer.token;
        const kind = root.get("loadBalancerType");
        const readsRequests = isClassic || kind.state === "absent" ? yes : equals(kind, "application");
        const [drops, mode] = [root.get("dropInvalidHeaderFields"), root.get("desyncMitigationMode")];
        if (!isClassic)
            yield {
                at: drops,
                when: all(readsRequests, not(isTrue(drops, false))),
                message: `${drops.state === "absent" ? "absent" : "false"}, so headers whose names are not valid go on to the targets, which may read them as others`,
                fix: "Set it to true.",
            };
        yield {
            at: mode,
            when: all(readsRequests, equals(mode, "monitor")),
            message: "allows requests that are known to be read in two ways, and only counts them",
            fix: 'Set it to "defensive".',
        };
    },
});
