import { Ec2VpcEndpointService, Ec2VpcEndpointServiceAllowedPrinciple, SsmParameter } from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/endpoint-service-acceptance";
import { testRule } from "../../support/rule-tester";

const service = (inputs: object) =>
    declare(Ec2VpcEndpointService, {
        networkLoadBalancerArns: ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/b"],
        ...inputs,
    } as never);
const permit = (principalArn: unknown, vpcEndpointServiceId: unknown = ref("shop.id")) =>
    declare(Ec2VpcEndpointServiceAllowedPrinciple, { vpcEndpointServiceId, principalArn } as never);
const at = "shop: acceptanceRequired";
const account = "arn:aws:iam::444455556666:root";
const setting = declare(SsmParameter, { type: "String", value: unknown });

testRule(rule, {
    valid: {
        "everybody, one by one": { shop: service({ acceptanceRequired: true, allowedPrincipals: ["*"] }) },
        "as text": { shop: service({ acceptanceRequired: "true", allowedPrincipals: ["*"] }) },
        "a named account, unasked": { shop: service({ acceptanceRequired: false, allowedPrincipals: [account] }) },
        "a named account in China": {
            shop: service({ acceptanceRequired: false }),
            partner: permit("arn:aws-cn:iam::444455556666:root"),
        },
        "nobody but the own account": { shop: service({ acceptanceRequired: false, allowedPrincipals: [] }) },
        "everybody, by a resource of its own, one by one": {
            shop: service({ acceptanceRequired: true }),
            everybody: permit("*"),
        },
        "everybody, for another service": {
            shop: service({ acceptanceRequired: false }),
            other: service({ acceptanceRequired: true }),
            everybody: permit("*", ref("other.id")),
        },
        "an account, for a service of another stack": { partner: permit(account, "vpce-svc-0a1b2c3d4e5f60718") },
    },
    invalid: {
        "everybody, unasked": {
            given: { shop: service({ acceptanceRequired: false, allowedPrincipals: ["*"] }) },
            reports: [at],
            weighs: ["medium"],
        },
        "as text": {
            given: { shop: service({ acceptanceRequired: "false", allowedPrincipals: ["*"] }) },
            reports: [at],
        },
        "everybody among others": {
            given: { shop: service({ acceptanceRequired: false, allowedPrincipals: [account, "*"] }) },
            reports: [at],
        },
        "of a gateway load balancer": {
            given: {
                shop: declare(Ec2VpcEndpointService, {
                    acceptanceRequired: false,
                    allowedPrincipals: ["*"],
                    gatewayLoadBalancerArns: [
                        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/gwy/a/b",
                    ],
                }),
            },
            reports: [at],
        },
        "everybody, by a resource of its own": {
            given: { shop: service({ acceptanceRequired: false }), everybody: permit("*") },
            reports: [at],
        },
        "the same, of a service with a list of accounts": {
            given: {
                shop: service({ acceptanceRequired: false, allowedPrincipals: [account] }),
                everybody: permit("*"),
            },
            reports: [at],
        },
    },
    undecided: {
        "whether somebody is asked": {
            given: { setting, shop: service({ acceptanceRequired: ref("setting.value"), allowedPrincipals: ["*"] }) },
            awaits: ["shop.acceptanceRequired"],
        },
        "who may": {
            given: { setting, shop: service({ acceptanceRequired: false, allowedPrincipals: [ref("setting.value")] }) },
            awaits: ["shop.allowedPrincipals[0]"],
        },
        "everybody, for a service of another stack": {
            given: { everybody: permit("*", "vpce-svc-0a1b2c3d4e5f60718") },
            awaits: ["everybody.vpcEndpointServiceId"],
        },
    },
});
