import {
    AlbListenerRule,
    LambdaFunction,
    LambdaFunctionUrl,
    LambdaPermission,
    Listener,
    ListenerRule,
    LoadBalancer,
    type ResourceType,
    TargetGroup,
    TargetGroupAttachment,
} from "../../../model/aws";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/function-behind-front-door";
import { testRule } from "../../support/rule-tester";

const of = (type: ResourceType, inputs: object) => declare(type as ResourceType<object>, inputs);
const forward = { type: "forward", targetGroupArn: ref("group.arn") };
const balancer = (defaultActions: readonly object[], inputs: object = {}, more: object = {}): Program => ({
    orders: of(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", name: "orders" }),
    balancer: of(LoadBalancer, inputs),
    group: of(TargetGroup, { targetType: "lambda" }),
    target: of(TargetGroupAttachment, { targetGroupArn: ref("group.arn"), targetId: ref("orders.arn") }),
    listener: of(Listener, { loadBalancerArn: ref("balancer.arn"), defaultActions, ...more }),
});
const ruled = (actions: readonly object[], conditions: readonly object[], inputs: object = {}): Program => ({
    ...balancer([{ type: "fixed-response", fixedResponse: { contentType: "text/plain" } }], inputs),
    rule: of(ListenerRule, { listenerArn: ref("listener.arn"), actions, conditions }),
});
const path = [{ pathPattern: { values: ["/orders"] } }];
const oidc = { type: "authenticate-oidc", order: 1 };
const url = (authorizationType: unknown): Program => ({
    orders: of(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", name: "orders" }),
    url: of(LambdaFunctionUrl, { functionName: ref("orders.name"), authorizationType }),
});
const permission = (inputs: object, more: Program = {}): Program => ({
    orders: of(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders", name: "orders" }),
    permission: of(LambdaPermission, {
        action: "lambda:InvokeFunction",
        function: ref("orders.name"),
        principal: "*",
        ...inputs,
    }),
    ...more,
});

testRule(rule, {
    valid: {
        "an internal balancer": balancer([forward], { internal: true }),
        "a balancer that signs people in": balancer([oidc, forward]),
        "a balancer that signs people in by Cognito": ruled([{ type: "authenticate-cognito" }, forward], path),
        "a balancer that checks tokens": ruled([{ type: "jwt-validation" }, forward], path),
        "a balancer that asks for certificates": balancer(
            [forward],
            {},
            {
                mutualAuthentication: {
                    mode: "verify",
                    trustStoreArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:truststore/a/b",
                },
            },
        ),
        "a balancer before servers": { ...balancer([forward]), group: of(TargetGroup, { targetType: "ip" }) },
        "a redirect": balancer([{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } }]),
        "a URL that asks for a signature": url("AWS_IAM"),
        "a permission of a service": permission({
            principal: "sns.amazonaws.com",
            sourceArn: "arn:aws:sns:eu-west-1:111122223333:orders",
        }),
        "a permission of an organization": permission({ principalOrgId: "o-a1b2c3d4e5" }),
        "a permission of a URL that asks for a signature": permission({
            action: "lambda:InvokeFunctionUrl",
            principal: "111122223333",
            functionUrlAuthType: "AWS_IAM",
        }),
    },
    invalid: {
        "a balancer": { given: balancer([forward]), reports: ["listener: defaultActions"], weighs: ["high"] },
        "a balancer that says it is no internal one": {
            given: balancer([forward], { internal: "false" }),
            reports: ["listener: defaultActions"],
        },
        "by weight": {
            given: balancer([{ type: "forward", forward: { targetGroups: [{ arn: ref("group.arn"), weight: 1 }] } }]),
            reports: ["listener: defaultActions"],
        },
        "a balancer that lets pass whom it does not know": {
            given: balancer([{ ...oidc, authenticateOidc: { onUnauthenticatedRequest: "allow" } }, forward]),
            reports: ["listener: defaultActions"],
        },
        "a rule for a path": { given: ruled([forward], path), reports: ["rule: actions"] },
        "a rule for two paths is one": {
            given: ruled([forward], [{ pathPattern: { values: ["/a", "/b"] } }]),
            reports: ["rule: actions"],
        },
        "a rule for a host": {
            given: ruled([forward], [{ hostHeader: { values: ["api.example.com"] } }]),
            reports: ["rule: actions"],
        },
        "a rule beside a default that signs people in": {
            given: {
                ...balancer([oidc, forward]),
                rule: of(AlbListenerRule, { listenerArn: ref("listener.arn"), actions: [forward], conditions: path }),
            },
            reports: ["rule: actions"],
        },
        "certificates that are passed on unread": {
            given: balancer([forward], {}, { mutualAuthentication: { mode: "passthrough" } }),
            reports: ["listener: defaultActions"],
        },
        "a function of another stack": {
            given: {
                ...balancer([forward]),
                target: of(TargetGroupAttachment, {
                    targetGroupArn: ref("group.arn"),
                    targetId: "arn:aws:lambda:eu-west-1:111122223333:function:other",
                }),
            },
            reports: ["listener: defaultActions"],
        },
        "a URL": { given: url("NONE"), reports: ["url: authorizationType"], weighs: ["high"] },
        "a URL of a function of another stack": {
            given: { url: of(LambdaFunctionUrl, { functionName: "other", authorizationType: "NONE" }) },
            reports: ["url: authorizationType"],
        },
        "a permission of everyone": { given: permission({}), reports: ["permission: principal"] },
        "a permission of everyone's URL": {
            given: permission({ action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "NONE" }),
            reports: ["permission: principal"],
        },
        "a URL and its permission are one": {
            given: permission({ action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "NONE" }, url("NONE")),
            reports: ["url: authorizationType"],
        },
    },
    undecided: {
        "a balancer of another stack": {
            given: {
                ...balancer([forward]),
                listener: of(Listener, {
                    loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/b",
                    defaultActions: [forward],
                }),
            },
            awaits: ["listener.loadBalancerArn"],
        },
        "whether it is internal is not known": {
            given: balancer([forward], { internal: unknown }),
            awaits: ["balancer.internal"],
        },
        "where it forwards to is not known": {
            given: balancer([{ type: "forward", targetGroupArn: unknown }]),
            awaits: ["listener.defaultActions[0].targetGroupArn"],
        },
        "a URL's authorization is not known": { given: url(unknown), awaits: ["url.authorizationType"] },
    },
});
