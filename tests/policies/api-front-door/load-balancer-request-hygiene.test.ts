import { AlbLoadBalancer, ClassicLoadBalancer, LoadBalancer } from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/load-balancer-request-hygiene";
import { testRule } from "../../support/rule-tester";

const balancer = (inputs: object) => declare(LoadBalancer, inputs as never);
const twin = (inputs: object) => declare(AlbLoadBalancer, inputs as never);
const classic = (inputs: object) => declare(ClassicLoadBalancer, { listeners: [], ...inputs } as never);
const drops = { dropInvalidHeaderFields: true };

testRule(rule, {
    valid: {
        "headers dropped": balancer({ loadBalancerType: "application", ...drops }),
        "headers dropped, as text": twin({ dropInvalidHeaderFields: "true" }),
        "the mode of the provider, said": balancer({ ...drops, desyncMitigationMode: "defensive" }),
        "the strictest mode": balancer({ ...drops, desyncMitigationMode: "strictest" }),
        "a network load balancer": balancer({ loadBalancerType: "network" }),
        "a gateway load balancer": twin({ loadBalancerType: "gateway" }),
        "a classic load balancer": classic({}),
    },
    invalid: {
        "nothing said": { given: balancer({}), reports: ["dropInvalidHeaderFields"], weighs: ["medium"] },
        "headers kept": {
            given: twin({ loadBalancerType: "application", dropInvalidHeaderFields: false }),
            reports: ["dropInvalidHeaderFields"],
        },
        "an internal one": { given: balancer({ internal: true }), reports: ["dropInvalidHeaderFields"] },
        "a mode that only counts": {
            given: balancer({ ...drops, desyncMitigationMode: "monitor" }),
            reports: ["desyncMitigationMode"],
        },
        "the same of a classic one": {
            given: classic({ desyncMitigationMode: "monitor" }),
            reports: ["desyncMitigationMode"],
        },
    },
    undecided: {
        "a kind that is not known yet": {
            given: balancer({ loadBalancerType: unknown }),
            awaits: ["loadBalancerType"],
        },
        "headers that are not known yet": {
            given: balancer({ dropInvalidHeaderFields: unknown }),
            awaits: ["dropInvalidHeaderFields"],
        },
    },
});
