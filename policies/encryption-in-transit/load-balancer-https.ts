import { Listener } from "../../model/aws";
import { isOfClassic, type WeakPlace, weakListening } from "../../model/graph";
import { cwe, declare, defineStackRule, flag, fsbp, type Judgement } from "../../pack";

const listener = {
    loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0a1b2c3d4e5f6071",
    port: 80,
    protocol: "HTTP",
};
const targetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/1a2b3c4d5e6f7081";
const toHttps = { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" };

type Said = Pick<Judgement, "fix" | "severity"> & { readonly absent?: string; readonly otherwise: string };

const REDIRECT =
    'Set defaultActions: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }], and serve on a listener with protocol: "HTTPS".';

const SAID: Readonly<Record<WeakPlace["weakness"], Said>> = {
    plain: {
        absent: "absent, which is HTTP, and what comes is served instead of redirected to HTTPS",
        otherwise: "HTTP, and what comes is served instead of redirected to HTTPS",
        fix: REDIRECT,
    },
    exception: {
        otherwise: "served over plain HTTP, though the listener redirects all else to HTTPS",
        fix: 'Move the rule to the HTTPS listener, or set actions: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }].',
    },
    "passed on": {
        otherwise: "TCP, so what comes is passed on as it is, and only the targets can ask for TLS",
        fix: 'Set it to "TLS", with a certificateArn, unless the targets themselves take TLS.',
        severity: "low",
    },
    "old protocol": {
        absent: "absent, so ELBSecurityPolicy-2016-08 holds, which answers TLS 1.0",
        otherwise: "allows protocols older than TLS 1.2, whose encryption is broken",
        fix: 'Set it to "ELBSecurityPolicy-TLS13-1-2-2021-06".',
    },
    "protocol attribute": {
        otherwise: "allows a protocol older than TLS 1.2, whose encryption is broken",
        fix: 'Set it to "false"; better, have one attribute alone: { name: "Reference-Security-Policy", value: "ELBSecurityPolicy-TLS-1-2-2017-01" }.',
    },
    "broken cipher": {
        otherwise: "allows a cipher that is broken",
        fix: 'Take the attribute out; better, have one alone: { name: "Reference-Security-Policy", value: "ELBSecurityPolicy-TLS-1-2-2017-01" }.',
    },
    "plain target": {
        otherwise: "HTTP, so what came over TLS goes on to the targets in plain text",
        fix: 'Set it to "HTTPS", and a port on which the targets take TLS; a certificate that they sign themselves will do.',
        severity: "medium",
    },
    "uploaded certificate": {
        otherwise: "a certificate that was uploaded to IAM, so it ends unless somebody renews it by hand",
        fix: "Name a certificate of aws.acm.Certificate, which ACM renews.",
        severity: "low",
    },
};
/** Classic load balancers redirect nothing, and have policies of their own. */
const OF_CLASSIC: Readonly<Partial<typeof SAID>> = {
    plain: {
        otherwise: "HTTP, which a classic load balancer cannot redirect to HTTPS",
        fix: 'Set it to "https", with an sslCertificateId, or move to an aws.lb.LoadBalancer, which redirects.',
    },
    "passed on": {
        ...SAID["passed on"],
        fix: 'Set it to "ssl", with an sslCertificateId, unless the targets themselves take TLS.',
    },
    "old protocol": { ...SAID["old protocol"], fix: 'Set it to "ELBSecurityPolicy-TLS-1-2-2017-01".' },
};
const STRICT: ReadonlySet<string> = new Set(["plain target", "uploaded certificate"]);

/**
 * Left alone: a fixed text on plain HTTP, which serves nothing; TCP on port 443, where the targets end TLS; packets of gateway load
 * balancers; rules of listeners that are not in the stack. AWS's default of classic load balancers is not asked about.
 */
export default defineStackRule({
    id: "load-balancer-https",
    severity: "high",
    frameworks: [fsbp("ELB.1"), fsbp("ELB.3"), fsbp("ELB.17"), fsbp("ELB.18"), cwe(319), cwe(326)],
    title: "Load balancers take requests over TLS 1.2 or later.",
    why: "Whoever is on the way reads and changes what goes over plain HTTP, sessions and passwords too; TLS 1.0 and 1.1 are broken.",
    fix: "Serve on an HTTPS listener with a security policy of TLS 1.2, and let the listener on port 80 redirect to it.",
    sources: [
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html",
    ],
    options: { everyHop: flag("Also ask for TLS on the way to the targets, and for certificates of ACM.", false) },
    strict: { everyHop: true },
    needs: weakListening,
    bad: { http: declare(Listener, { ...listener, defaultActions: [{ type: "forward", targetGroupArn }] }) },
    good: { http: declare(Listener, { ...listener, defaultActions: [{ type: "redirect", redirect: toHttps }] }) },
    *check(stack, { options }) {
        for (const { weakness, resource, at, when } of weakListening(stack)) {
            if (STRICT.has(weakness) && !options.everyHop) continue;
            const ofClassic = isOfClassic(resource) ? OF_CLASSIC[weakness] : undefined;
            const { absent, otherwise, ...rest } = ofClassic ?? SAID[weakness];
            yield { resource, at, when, message: at.state === "absent" ? (absent ?? otherwise) : otherwise, ...rest };
        }
    },
});
