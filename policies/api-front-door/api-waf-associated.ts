import { AppSyncGraphQLApi, WafV2WebAclAssociation } from "../../model/aws";
import { type DoorKind, unguardedDoors } from "../../model/graph";
import { cwe, declare, defineStackRule, flag, fsbp, type Judgement, ref, sas } from "../../pack";

const api = { api: declare(AppSyncGraphQLApi, { name: "orders", authenticationType: "AWS_IAM" }) };

type Said = Pick<Judgement, "message" | "fix" | "severity">;

const ASSOCIATE = (arn: string) => `Declare aws.wafv2.WebAclAssociation: { resourceArn: ${arn}, webAclArn: acl.arn }.`;
const OPEN = "has no web ACL, so known attacks and floods of requests come through";

const SAID: Readonly<Record<DoorKind, Said>> = {
    "REST API": { message: OPEN, fix: ASSOCIATE("stage.arn") },
    "GraphQL API": { message: OPEN, fix: ASSOCIATE("api.arn") },
    "Events API": { message: OPEN, fix: ASSOCIATE("api.apiArn") },
    "load balancer": {
        message: "is on the internet without a web ACL, so known attacks and floods of requests come through",
        fix: ASSOCIATE("loadBalancer.arn"),
    },
    distribution: {
        message:
            "absent, so known attacks and floods of requests come through; an association cannot name a distribution",
        fix: 'Set webAclId: acl.arn, of an ACL with scope: "CLOUDFRONT" in us-east-1.',
    },
    association: {
        message: "a distribution, which takes no association: it is protected by its own webAclId alone",
        fix: "Take it out, and set webAclId: acl.arn on the distribution.",
    },
    "user pool": {
        message: "has no web ACL, so nobody limits how often passwords are tried from one address",
        fix: ASSOCIATE("userPool.arn"),
        severity: "low",
    },
};

/** Private APIs, internal load balancers and distributions that are off are left alone, and HTTP APIs, which take no web ACL. */
export default defineStackRule({
    id: "api-waf-associated",
    severity: "medium",
    frameworks: [fsbp("APIGateway.4"), fsbp("CloudFront.6"), fsbp("ELB.16"), cwe(693), cwe(770), sas(8)],
    title: "What takes requests from the internet has a web ACL.",
    why: "A web ACL stops known attacks and floods before they reach functions, which run, and are paid for, with each request.",
    fix: "Associate a web ACL of AWS WAF.",
    sources: [
        "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html",
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html",
    ],
    options: { userPools: flag("Also ask for one of user pools.", false) },
    strict: { userPools: true },
    needs: unguardedDoors,
    bad: api,
    good: {
        ...api,
        guard: declare(WafV2WebAclAssociation, {
            resourceArn: ref("api.arn"),
            webAclArn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/0a1b2c3d-1111-2222-3333-444455556666",
        }),
    },
    *check(stack, { options }) {
        for (const { kind, ...door } of unguardedDoors(stack))
            if (kind !== "user pool" || options.userPools) yield { ...door, ...SAID[kind] };
    },
});
