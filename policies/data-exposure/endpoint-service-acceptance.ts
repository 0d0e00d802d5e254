import { Ec2VpcEndpointService, Ec2VpcEndpointServiceAllowedPrinciple } from "../../model/aws";
import { possible } from "../../model/graph";
import { all, any, equals, isFalse, some, undecided, type Value } from "../../model/values";
import { cwe, declare, defineStackRule } from "../../pack";

const networkLoadBalancerArns = [
    "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/orders/0a1b2c3d",
];
const service = (inputs: object) => ({
    orders: declare(Ec2VpcEndpointService, { networkLoadBalancerArns, allowedPrincipals: ["*"], ...inputs } as never),
});

/** Principals that are named may come without being asked: that is what their names are for. */
export default defineStackRule({
    id: "endpoint-service-acceptance",
    severity: "medium",
    frameworks: [cwe(284), cwe(668)],
    title: "Endpoint services do not let every AWS account connect unasked.",
    why: "Whoever finds the service's name makes an endpoint to it in a network of their own, and nobody here hears of it.",
    fix: "Set acceptanceRequired: true, or name in allowedPrincipals the accounts that may connect.",
    sources: [
        "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#add-remove-permissions",
        "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#accept-reject-connection-requests",
    ],
    needs: [Ec2VpcEndpointService, Ec2VpcEndpointServiceAllowedPrinciple],
    bad: service({ acceptanceRequired: false }),
    good: service({ acceptanceRequired: true }),
    *check(stack) {
        const everybody = (principal: Value) => equals(principal, "*");
        const permits = stack.ofType(Ec2VpcEndpointServiceAllowedPrinciple).map((resource) => ({
            resource,
            isOpen: everybody(resource.inputs.principalArn),
            link: stack.link(resource, resource.inputs.vpcEndpointServiceId, Ec2VpcEndpointService),
        }));
        for (const resource of stack.ofType(Ec2VpcEndpointService)) {
            const { acceptanceRequired: at, allowedPrincipals } = resource.inputs;
            const beside = permits
                .filter(({ link }) => possible(link).includes(resource))
                .map(({ isOpen, link }) => (link.kind === "candidates" ? all(isOpen, undecided(link.awaits)) : isOpen));
            const open = any(some(allowedPrincipals, everybody), ...beside);
            const message = "allows every AWS account, and asks nobody here before one connects";
            yield { resource, at, when: all(isFalse(at, false), open), message };
        }
        for (const { resource, isOpen, link } of permits) {
            if (possible(link).length > 0) continue;
            const { vpcEndpointServiceId, principalArn: at } = resource.inputs;
            const message = "allows every AWS account, and whether the service asks somebody is not told here";
            yield { resource, at, when: all(isOpen, undecided(vpcEndpointServiceId.place)), message };
        }
    },
});
