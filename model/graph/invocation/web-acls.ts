import {
    AlbLoadBalancer,
    AppSyncApi,
    AppSyncGraphQLApi,
    CloudFrontDistribution,
    CloudFrontMultitenantDistribution,
    CognitoUserPool,
    FmsPolicy,
    LoadBalancer,
    type ResourceType,
    RestStage,
    valuesAt,
    WafRegionalWebAclAssociation,
    WafV2WebAclAssociation,
} from "../../aws";
import {
    type Answer,
    all,
    answer,
    any,
    equals,
    filled,
    isTrue,
    knownSuffix,
    no,
    not,
    undecided,
    type Value,
    yes,
} from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { isInVpc, restStages } from "./stages";

export type DoorKind =
    | "REST API"
    | "GraphQL API"
    | "Events API"
    | "load balancer"
    | "distribution"
    | "user pool"
    | "association";

/** Where requests come in from the internet, and no web ACL looks at them. */
export interface UnguardedDoor {
    readonly resource: Resource;
    readonly kind: DoorKind;
    readonly at: Value | string;
    readonly when: Answer;
}

const ASSOCIATIONS: readonly ResourceType[] = [WafV2WebAclAssociation, WafRegionalWebAclAssociation];
const BALANCERS: readonly ResourceType[] = [LoadBalancer, AlbLoadBalancer];
const GRAPHS: readonly ResourceType[] = [AppSyncGraphQLApi, AppSyncApi];
const DISTRIBUTIONS: readonly ResourceType[] = [CloudFrontDistribution, CloudFrontMultitenantDistribution];

/**
 * A distribution names its web ACL itself; HTTP APIs and network load balancers take none:
 * https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html
 */
export const unguardedDoors = fact(
    [restStages, ...GRAPHS, ...BALANCERS, ...DISTRIBUTIONS, CognitoUserPool, ...ASSOCIATIONS, FmsPolicy],
    (stack): readonly UnguardedDoor[] => [
        ...restStages(stack).map(({ resource, api, isThere }) =>
            associable(stack, resource, "REST API", "AWS::ApiGateway::Stage", all(isThere, not(isInVpc(api)))),
        ),
        ...stack
            .ofType<unknown>(AppSyncGraphQLApi)
            .map((api) =>
                associable(stack, api, "GraphQL API", undefined, not(equals(inputOf(api, "visibility"), "PRIVATE"))),
            ),
        ...stack.ofType<unknown>(AppSyncApi).map((api) => associable(stack, api, "Events API", undefined, yes)),
        ...stack
            .ofType<unknown>(...BALANCERS)
            .map((one) =>
                associable(stack, one, "load balancer", "AWS::ElasticLoadBalancingV2::LoadBalancer", isOnInternet(one)),
            ),
        ...stack.ofType<unknown>(CognitoUserPool).map((pool) => associable(stack, pool, "user pool", undefined, yes)),
        ...stack.ofType<unknown>(...DISTRIBUTIONS).map((one) => ofDistribution(stack, one)),
        ...stack.ofType<unknown>(...ASSOCIATIONS).map((one) => ofAssociation(stack, one)),
    ],
);

function associable(
    stack: Stack,
    resource: Resource,
    kind: DoorKind,
    type: string | undefined,
    isOpen: Answer,
): UnguardedDoor {
    const { of, open } = associations(stack);
    const maybe = open.filter(({ among }) => among.length === 0 || among.includes(resource));
    const isAssociated = of.has(resource) ? yes : any(...maybe.map(({ awaits }) => undecided(awaits)));
    const when = all(isOpen, not(isAssociated), not(isManaged(stack, type)));
    return { resource, kind, at: "", when };
}

function isOnInternet(balancer: Resource): Answer {
    const type = inputOf(balancer, "loadBalancerType");
    const isApplication = type.state === "absent" ? yes : equals(type, "application");
    return all(isApplication, not(isTrue(inputOf(balancer, "internal"), false)));
}

function ofDistribution(stack: Stack, resource: Resource): UnguardedDoor {
    const at = resource.root.get("webAclId");
    const isServing = isTrue(resource.root.get("enabled"), true);
    const isGuarded = any(filled(at), isManaged(stack, "AWS::CloudFront::Distribution"));
    return { resource, kind: "distribution", at, when: all(isServing, not(isGuarded)) };
}

/** One that names a distribution of this stack is told of there. */
function ofAssociation(stack: Stack, resource: Resource): UnguardedDoor {
    const at = resource.root.get("resourceArn");
    const isHere = possible(stack.link<unknown>(resource, at, ...DISTRIBUTIONS)).length > 0;
    const isDistribution = answer(/^arn:[\w-]+:cloudfront:/.test(at.text() ?? ""));
    return { resource, kind: "association", at, when: isHere ? no : isDistribution };
}

/** What associations name, and those of which it is not known yet. */
function associations(stack: Stack) {
    return stack.once(associations, () => {
        const named = stack.ofType<unknown>(...ASSOCIATIONS).map((one) => ({ one, ...namedBy(stack, one) }));
        return {
            of: grouped(named.map(({ one, sure }) => [one, sure] as const)),
            open: named
                .filter(({ one, maybe, sure }) => maybe.length > 0 || (sure.length === 0 && isAnybodys(one)))
                .map(({ one, maybe }) => ({ among: maybe, awaits: one.root.get("resourceArn").place })),
        };
    });
}

/** An ARN that is not known yet, and made of nothing that this stack has. */
function isAnybodys(association: Resource): boolean {
    const { root, propertyDependencies } = association;
    return root.get("resourceArn").state === "unknown" && (propertyDependencies["resourceArn"] ?? []).length === 0;
}

interface NamedBy {
    readonly sure: readonly Resource[];
    readonly maybe: readonly Resource[];
}

function namedBy(stack: Stack, association: Resource): NamedBy {
    const value = association.root.get("resourceArn");
    const types = [RestStage, ...GRAPHS, ...BALANCERS, CognitoUserPool] as readonly ResourceType[];
    const found = possible(stack.link<unknown>(association, value, ...types));
    if (found.length === 1) return { sure: found, maybe: [] };
    return found.length > 0 ? { sure: [], maybe: found } : byParts(stack, association, value);
}

/** An ARN put together by hand, of the API's id and the stage's name. */
function byParts(stack: Stack, association: Resource, value: Value): NamedBy {
    const name = /\/stages\/([^/]+)$/.exec(knownSuffix(value.partialText() ?? ""))?.[1];
    const id = /\/restapis\/([^/]+)\/stages\//.exec(value.text() ?? "")?.[1];
    const parts = association.propertyDependencies["resourceArn"] ?? [];
    const near = restStages(stack).map((stage) => {
        const apiId = typeof stage.api === "object" ? stage.api.root.get("id").text() : stage.api;
        const isPart = parts.some((one) => one === stage.resource || one === stage.api);
        // What is not known yet is made of what it depends on.
        const isApi = isPart || (id === undefined ? false : sameOrOpen(apiId, id));
        const isCalled = sameOrOpen(stage.name.text(), name);
        const isNear = isApi !== false && isCalled !== false;
        return { stage: stage.resource, isNear, isSure: isApi === true && isCalled === true };
    });
    return {
        sure: near.filter(({ isSure }) => isSure).map(({ stage }) => stage),
        maybe: near.filter(({ isNear, isSure }) => isNear && !isSure).map(({ stage }) => stage),
    };
}

/** Undefined where one of them is not known. */
function sameOrOpen(one: string | undefined, other: string | undefined): boolean | undefined {
    return one === undefined || other === undefined ? undefined : one === other;
}

/** AWS Firewall Manager gives a web ACL to all resources of a type. */
function isManaged(stack: Stack, type: string | undefined): Answer {
    if (type === undefined) return no;
    return any(
        ...stack.ofType<unknown>(FmsPolicy).map(({ root }) => {
            const types = ["resourceType", "resourceTypeLists[]"].flatMap((path) => valuesAt(root, path));
            return all(
                equals(root.down("securityServicePolicyData.type"), "WAFV2", "WAF"),
                isTrue(root.get("remediationEnabled"), false),
                any(...types.map((one) => equals(one, type))),
            );
        }),
    );
}
