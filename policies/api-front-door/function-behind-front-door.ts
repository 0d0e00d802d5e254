import {
    LambdaFunction,
    LambdaPermission,
    Listener,
    LoadBalancer,
    TargetGroup,
    TargetGroupAttachment,
} from "../../model/aws";
import { admitsEveryone, type Door, doorsOf, functionOf, isFunction, linked, opensUrl } from "../../model/graph";
import { all, any, yes } from "../../model/values";
import { cwe, declare, defineStackRule, owasp, ref, sas } from "../../pack";

const balancer = (internal: boolean) => ({
    orders: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders" }),
    balancer: declare(LoadBalancer, { internal }),
    group: declare(TargetGroup, { targetType: "lambda" }),
    target: declare(TargetGroupAttachment, { targetGroupArn: ref("group.arn"), targetId: ref("orders.arn") }),
    listener: declare(Listener, {
        loadBalancerArn: ref("balancer.arn"),
        defaultActions: [{ type: "forward", targetGroupArn: ref("group.arn") }],
    }),
});

/** Routes of APIs have policies of their own. */
export default defineStackRule({
    id: "function-behind-front-door",
    severity: "high",
    frameworks: [cwe(306), sas(2), owasp(2)],
    title: "What stands between the internet and a function asks who calls.",
    why: "A function that the internet reaches without a door that knows its callers runs for anyone, and everything that it may do is his.",
    fix: "Put an action of type authenticate-oidc, authenticate-cognito or jwt-validation before the one that forwards, set internal: true on the balancer, or put an API with an authorizer in its place.",
    sources: [
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
    ],
    needs: [doorsOf, LambdaPermission],
    bad: balancer(false),
    good: balancer(true),
    *check(stack) {
        const withUrl = new Set<unknown>();
        for (const { resource, at, kind, isOpen, isReachable, target } of doorsOf(stack)) {
            if (kind === "api") continue;
            if (kind === "url" && isOpen.is === "yes") withUrl.add(linked(target));
            const isFunctions = kind === "url" ? yes : isFunction(target);
            yield { resource, at, when: all(isFunctions, isReachable, isOpen), cause: resource.urn, ...SAYS[kind] };
        }
        for (const resource of stack.ofType(LambdaPermission)) {
            if (withUrl.size > 0 && withUrl.has(linked(functionOf(stack, resource, resource.inputs.function))))
                continue;
            const { root, urn: cause } = resource;
            const when = any(admitsEveryone(root), opensUrl(root));
            yield { resource, at: root.get("principal"), when, cause, ...SAYS.permission };
        }
    },
});

const SAYS: Readonly<
    Record<Exclude<Door["kind"], "api"> | "permission", { readonly message: string; readonly fix?: string }>
> = {
    "load balancer": { message: "sends requests of the internet to a function and asks nobody who he is" },
    url: {
        message: "the function's URL asks nobody who he is, and whoever knows it goes round what stands before it",
        fix: 'Set authorizationType: "AWS_IAM", and let a distribution sign its requests (originAccessControlId) or put an API with an authorizer in front.',
    },
    permission: {
        message: "lets anyone call the function, past whatever stands before it",
        fix: "Name the service or the account that calls, with sourceArn, or remove this permission.",
    },
};
