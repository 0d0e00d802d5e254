import assert from "node:assert/strict";
import {
    AlbListener,
    AlbTargetGroup,
    ClassicLbListenerPolicy,
    ClassicLbLoadBalancerPolicy,
    ClassicLbSslNegotiationPolicy,
    ClassicLoadBalancer,
    Listener,
    ListenerRule,
    LoadBalancer,
    TargetGroup,
} from "../../../model/aws";
import { declare, type Example, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/encryption-in-transit/load-balancer-https";
import { analyze } from "../../support/analysis";
import { computed } from "../../support/programs";
import { testRule } from "../../support/rule-tester";

const application = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0a1b2c3d4e5f6071";
const targetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/1a2b3c4d5e6f7081";
const certificateArn = "arn:aws:acm:eu-west-1:111122223333:certificate/0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9";
const forward = { type: "forward", targetGroupArn };
const redirect = (inputs: object = { protocol: "HTTPS" }) => ({
    type: "redirect",
    redirect: { port: "443", statusCode: "HTTP_301", ...inputs },
});
const fixed = { type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } };
const listener = (inputs: object, type: typeof Listener = Listener) => ({
    web: declare(type, { loadBalancerArn: application, defaultActions: [forward], ...inputs } as Example),
});
const http = (...defaultActions: readonly object[]) => listener({ port: 80, protocol: "HTTP", defaultActions });
const https = (inputs: object = {}, type: typeof Listener = Listener) =>
    listener({ port: 443, protocol: "HTTPS", certificateArn, ...inputs }, type);
const rules = (...actions: readonly object[]) => ({
    rule: declare(ListenerRule, {
        listenerArn: ref("web.arn"),
        conditions: [{ pathPattern: { values: ["/shop/*"] } }],
        actions,
    } as Example),
});
const of = (loadBalancerType: unknown, inputs: object) => ({
    balancer: declare(LoadBalancer, { loadBalancerType, subnets: ["subnet-0a1b2c3d"] } as Example),
    ...listener({ loadBalancerArn: ref("balancer.arn"), ...inputs }),
});
const classic = (...listeners: readonly object[]) => ({
    classic: declare(ClassicLoadBalancer, {
        listeners: listeners.map((one) => ({ lbPort: 80, instancePort: 8080, instanceProtocol: "http", ...one })),
    } as Example),
});
const negotiates = (...policyAttributes: readonly object[]) => ({
    policy: declare(ClassicLbLoadBalancerPolicy, {
        loadBalancerName: "classic",
        policyName: "tls",
        policyTypeName: "SSLNegotiationPolicyType",
        policyAttributes,
    } as Example),
});
const reports = (given: object, ...at: readonly string[]) => ({ given: given as never, reports: at });
const weighs = (given: object, severity: "low" | "medium", at: string) => ({
    ...reports(given, at),
    weighs: [severity] as const,
});
const strict = { options: { everyHop: true } };
const named = (name: string) => https({ sslPolicy: `ELBSecurityPolicy-${name}` });
const group = (inputs: object) => ({ group: declare(TargetGroup, { port: 80, ...inputs } as Example) });

testRule(rule, {
    valid: {
        "TLS 1.2 and 1.3": named("TLS13-1-2-2021-06"),
        "TLS 1.3 alone": named("TLS13-1-3-2021-06"),
        "restricted ciphers": named("TLS13-1-2-Res-2021-06"),
        "FIPS, by the twin token": https({ sslPolicy: "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04" }, AlbListener),
        "keys for after quantum computers": named("TLS13-1-2-Res-PQ-2025-09"),
        "forward secrecy": named("FS-1-2-Res-2020-10"),
        "TLS 1.2 alone": named("TLS-1-2-Ext-2018-06"),
        "a policy that nobody here knows": named("Whatever-2031-01"),
        "TLS of a network load balancer": listener({
            port: 443,
            protocol: "TLS",
            certificateArn,
            sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
        }),
        "redirected to HTTPS": http(redirect()),
        "redirected, no protocol said, which is HTTP": listener({ port: 80, defaultActions: [redirect()] }),
        "a fixed answer": http(fixed),
        "a fixed answer, and rules that redirect": { ...http(fixed), ...rules(redirect()) },
        "a rule of an HTTPS listener": { ...named("TLS13-1-2-2021-06"), ...rules(forward) },
        "a gateway load balancer": of("gateway", {}),
        "a gateway load balancer by its ARN": listener({ loadBalancerArn: application.replace("/app/", "/gwy/") }),
        "TCP on the port of HTTPS": of("network", { port: 443, protocol: "TCP" }),
        UDP: of("network", { port: 53, protocol: "UDP" }),
        "SSL of a classic one": classic({ lbPort: 443, lbProtocol: "ssl", sslCertificateId: certificateArn }),
        "TCP of a classic one, on the port of HTTPS": classic({ lbPort: "443", lbProtocol: "tcp" }),
        "a classic policy of AWS": negotiates({
            name: "Reference-Security-Policy",
            value: "ELBSecurityPolicy-TLS-1-2-2017-01",
        }),
        "a classic policy of one's own": negotiates(
            { name: "Protocol-TLSv1.2", value: "true" },
            { name: "Protocol-TLSv1", value: "false" },
            { name: "ECDHE-RSA-AES128-GCM-SHA256", value: "true" },
        ),
        "a classic listener's policies": {
            policies: declare(ClassicLbListenerPolicy, {
                loadBalancerName: "classic",
                loadBalancerPort: 443,
                policyNames: ["tls", "ELBSecurityPolicy-TLS-1-2-2017-01"],
            }),
        },
        "targets in plain text": group({ protocol: "HTTP" }),
        "targets with TLS": { given: group({ protocol: "HTTPS" }), ...strict },
        "targets that are functions": { given: group({ targetType: "lambda" }), ...strict },
        "a certificate of ACM": { given: named("TLS13-1-2-2021-06"), ...strict },
    },
    invalid: {
        "no policy said": reports(https(), "web: sslPolicy"),
        "an empty policy": reports(https({ sslPolicy: "" }, AlbListener), "web: sslPolicy"),
        "a policy that only the provider knows": reports(https({ sslPolicy: computed }), "web: sslPolicy"),
        "no policy said, of a network load balancer": reports(
            of("network", { port: 443, protocol: "TLS", certificateArn }),
            "web: sslPolicy",
        ),
        "the default by name": reports(named("2016-08"), "web: sslPolicy"),
        "TLS 1.0": reports(named("TLS-1-0-2015-04"), "web: sslPolicy"),
        "TLS 1.0 and 1.3": reports(named("TLS13-1-0-2021-06"), "web: sslPolicy"),
        "TLS 1.0 with forward secrecy": reports(named("FS-2018-06"), "web: sslPolicy"),
        "TLS 1.1": reports(named("TLS-1-1-2017-01"), "web: sslPolicy"),
        "TLS 1.1 with forward secrecy": reports(named("FS-1-1-2019-08"), "web: sslPolicy"),
        "plain HTTP": reports(http(forward), "web: protocol"),
        "plain HTTP, on the port of HTTPS": reports(listener({ port: 443, protocol: "HTTP" }), "web: protocol"),
        "no protocol, which is HTTP": reports(listener({ port: 80 }), "web: protocol"),
        "no protocol and no port, of an application load balancer": reports(of(undefined, {}), "web: protocol"),
        "a protocol that only the provider knows": reports(of(undefined, { protocol: computed }), "web: protocol"),
        "redirected to HTTP": reports(http(redirect({ protocol: "HTTP" })), "web: protocol"),
        "redirected to where it came from": reports(http(redirect({})), "web: protocol"),
        "served, its rules too": reports({ ...http(forward), ...rules(forward) }, "web: protocol"),
        "a rule that serves": reports({ ...http(redirect()), ...rules(forward) }, "rule: actions"),
        "a rule beside a fixed answer": reports({ ...http(fixed), ...rules(forward) }, "rule: actions"),
        "TCP of a network load balancer": weighs(
            of("network", { port: 5432, protocol: "TCP" }),
            "low",
            "web: protocol",
        ),
        "plain HTTP of a classic one": reports(
            classic({ lbPort: 443, lbProtocol: "https" }, { lbProtocol: "HTTP" }),
            "classic: listeners[1].lbProtocol",
        ),
        "TCP of a classic one": weighs(classic({ lbProtocol: "tcp" }), "low", "classic: listeners[0].lbProtocol"),
        "a classic policy of AWS": reports(
            negotiates({ name: "Reference-Security-Policy", value: "ELBSecurityPolicy-2015-05" }),
            "policy: policyAttributes[0].value",
        ),
        "protocols and ciphers of a classic policy": reports(
            negotiates(
                { name: "Protocol-TLSv1.2", value: "true" },
                { name: "Protocol-SSLv3", value: true },
                { name: "Protocol-TLSv1.1", value: "true" },
                { name: "RC4-SHA", value: "true" },
                { name: "DES-CBC3-SHA", value: "true" },
            ),
            ...[1, 2, 3, 4].map((index) => `policy: policyAttributes[${index}].value`),
        ),
        "the older way to say it": reports(
            {
                policy: declare(ClassicLbSslNegotiationPolicy, {
                    loadBalancer: "classic",
                    lbPort: 443,
                    attributes: [{ name: "Protocol-TLSv1", value: "true" }],
                }),
            },
            "policy: attributes[0].value",
        ),
        "a classic listener's policies": reports(
            {
                policies: declare(ClassicLbListenerPolicy, {
                    loadBalancerName: "classic",
                    loadBalancerPort: 443,
                    policyNames: ["tls", "ELBSecurityPolicy-2016-08"],
                }),
            },
            "policies: policyNames[1]",
        ),
        "targets in plain text": { ...weighs(group({ protocol: "HTTP" }), "medium", "group: protocol"), ...strict },
        "targets in plain text, by the twin token": {
            ...reports({ group: declare(AlbTargetGroup, { protocol: "HTTP" }) }, "group: protocol"),
            ...strict,
        },
        "targets of a classic one": {
            ...reports(classic({ lbPort: 443, lbProtocol: "https" }), "classic: listeners[0].instanceProtocol"),
            ...strict,
        },
        "an uploaded certificate": {
            ...weighs(
                https({
                    certificateArn: "arn:aws-cn:iam::111122223333:server-certificate/shop",
                    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
                }),
                "low",
                "web: certificateArn",
            ),
            ...strict,
        },
    },
    undecided: {
        "what is done": {
            given: listener({ port: 80, protocol: "HTTP", defaultActions: unknown }),
            awaits: ["web.defaultActions"],
        },
        "a load balancer that is not known yet": {
            given: listener({ loadBalancerArn: unknown }),
            awaits: ["web.loadBalancerArn"],
        },
        "a type that is not known yet": {
            given: of(unknown, {}),
            awaits: ["balancer.loadBalancerType"],
        },
        "a classic listener": {
            given: classic({ lbProtocol: unknown }),
            awaits: ["classic.listeners[0].lbProtocol"],
        },
    },
});

describe("what load-balancer-https proposes", () => {
    const fixesOf = async (program: Program) => (await analyze([rule], program)).checks.map(({ fix }) => fix);
    it("is a redirect where a listener can redirect", async () => {
        const [fix] = await fixesOf(http(forward));
        assert.match(String(fix), /type: "redirect"/);
    });
    it("is a protocol of a classic load balancer's, which redirects nothing", async () => {
        const [fix] = await fixesOf(classic({ lbPort: 443, lbProtocol: "https" }, { lbProtocol: "HTTP" }));
        assert.match(String(fix), /^Set listeners\[1\]\.lbProtocol: "https", with an sslCertificateId/);
    });
    it("switches a protocol off where an attribute switches it on", async () => {
        const [fix] = await fixesOf(negotiates({ name: "Protocol-TLSv1", value: "true" }));
        assert.match(String(fix), /\.value: "false";/);
    });
});
