import {
    AlbListener,
    AlbListenerRule,
    AlbLoadBalancer,
    AlbTargetGroup,
    answersOldTls,
    ClassicLbListenerPolicy,
    ClassicLbLoadBalancerPolicy,
    ClassicLbSslNegotiationPolicy,
    ClassicLoadBalancer,
    isBrokenAttribute,
    Listener,
    ListenerRule,
    LoadBalancer,
    REFERENCE,
    TargetGroup,
} from "../../aws";
import {
    type Answer,
    all,
    answer,
    any,
    equals,
    filled,
    holds,
    isTrue,
    no,
    not,
    some,
    undecided,
    type Value,
    yes,
} from "../../values";
import { fact } from "../fact";
import { linked } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";

/** What leaves a way to or from a load balancer without TLS, or with a TLS that is broken. */
export type Weakness =
    /** A listener takes plain HTTP, and does not redirect all of it. */
    | "plain"
    /** One of its rules serves what its default action would redirect. */
    | "exception"
    /** A listener hands on what comes, whatever it is. */
    | "passed on"
    | "old protocol"
    /** A protocol that a classic load balancer's policy switches on by its name. */
    | "protocol attribute"
    | "broken cipher"
    | "plain target"
    /** A certificate that was uploaded, and that nobody renews. */
    | "uploaded certificate";

export interface WeakPlace {
    readonly weakness: Weakness;
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
}

/** Is it of a classic load balancer, which redirects nothing and has policies of its own? */
export function isOfClassic(resource: Resource): boolean {
    return CLASSIC.some(({ token }) => token === resource.type);
}

const LISTENERS = [Listener, AlbListener];
const RULES = [ListenerRule, AlbListenerRule];
const BALANCERS = [LoadBalancer, AlbLoadBalancer];
const GROUPS = [TargetGroup, AlbTargetGroup];
const CLASSIC = [
    ClassicLoadBalancer,
    ClassicLbListenerPolicy,
    ClassicLbLoadBalancerPolicy,
    ClassicLbSslNegotiationPolicy,
];

/** The weak places of the stack's load balancers, of all kinds. */
export const weakListening = fact(
    [...LISTENERS, ...RULES, ...BALANCERS, ...GROUPS, ...CLASSIC],
    (stack): readonly WeakPlace[] => [
        ...stack.ofType<unknown>(...LISTENERS).flatMap((listener) => ofListener(stack, listener)),
        ...stack.ofType<unknown>(...RULES).flatMap((rule) => ofRule(stack, rule)),
        ...stack.ofType<unknown>(...GROUPS).map(ofTargetGroup),
        ...stack.ofType(ClassicLoadBalancer).flatMap(ofClassic),
        ...classicPolicies(stack),
    ],
);

/** The provider tells protocol and policy of every listener, also where a program says neither. */
function ofListener(stack: Stack, resource: Resource): readonly WeakPlace[] {
    const protocol = inputOf(resource, "protocol");
    const policy = inputOf(resource, "sslPolicy");
    const certificate = resource.root.get("certificateArn");
    const isPassedOn = protocol.text() === "TCP" && resource.root.get("port").number() !== HTTPS_PORT;
    const place = (weakness: Weakness, at: Value, when: Answer) => ({ weakness, resource, at, when });
    return [
        place("plain", protocol, all(isPlain(stack, resource), not(sendsToHttps(resource.root.get("defaultActions"))))),
        // Those of network load balancers: what is in the packets is between the two ends.
        place("passed on", protocol, answer(isPassedOn)),
        place(
            "old protocol",
            policy,
            all(equals(protocol, "HTTPS", "TLS"), any(not(filled(policy)), holds(policy, answersOldTls))),
        ),
        place(
            "uploaded certificate",
            certificate,
            holds(certificate, (arn) => /^arn:[\w-]+:iam:/.test(arn)),
        ),
    ];
}

const HTTPS_PORT = 443;

/** Of an application load balancer's listener, absent is HTTP; a gateway load balancer's has neither a protocol nor a port. */
function isPlain(stack: Stack, listener: Resource): Answer {
    const protocol = inputOf(listener, "protocol");
    if (protocol.state !== "absent") return equals(protocol, "HTTP");
    if (listener.root.get("port").state !== "absent") return yes;
    const arn = listener.root.get("loadBalancerArn");
    const balancer = linked(stack.link<unknown>(listener, arn, ...BALANCERS));
    const type = balancer?.root.get("loadBalancerType");
    if (type) return type.state === "absent" ? yes : equals(type, "application");
    return arn.state === "unknown" ? undecided(arn.place) : holds(arn, (text) => text.includes(":loadbalancer/app/"));
}

/** Does an action send all that comes to HTTPS, or answer it with a fixed text? Absent, a redirect keeps the protocol. */
function sendsToHttps(actions: Value): Answer {
    return some(actions as Value<readonly unknown[]>, (action) => {
        const one = action as Value;
        const isRedirect = all(equals(one.get("type"), "redirect"), equals(one.down("redirect.protocol"), "HTTPS"));
        return any(isRedirect, equals(one.get("type"), "fixed-response"));
    });
}

/** A plain listener that serves what comes is the finding itself; its rules are none besides. */
function ofRule(stack: Stack, resource: Resource): readonly WeakPlace[] {
    const at = resource.root.get("actions");
    const listener = linked(stack.link<unknown>(resource, resource.root.get("listenerArn"), ...LISTENERS));
    if (!listener) return [];
    const redirects = all(isPlain(stack, listener), sendsToHttps(listener.root.get("defaultActions")));
    return [{ weakness: "exception", resource, at, when: all(redirects, not(sendsToHttps(at))) }];
}

function ofTargetGroup(resource: Resource): WeakPlace {
    const at = resource.root.get("protocol");
    return { weakness: "plain target", resource, at, when: equals(at, "HTTP") };
}

function ofClassic(resource: Resource): readonly WeakPlace[] {
    return resource.root
        .get("listeners")
        .items()
        .flatMap((item) => {
            const listener = item as Value;
            const [front, back] = [listener.get("lbProtocol"), listener.get("instanceProtocol")];
            const isHttps = equals(listener.get("lbPort"), HTTPS_PORT);
            return [
                { weakness: "plain", resource, at: front, when: holds(front, isWord("http")) },
                { weakness: "passed on", resource, at: front, when: all(holds(front, isWord("tcp")), not(isHttps)) },
                { weakness: "plain target", resource, at: back, when: holds(back, isWord("http")) },
            ] as const;
        });
}

function isWord(word: string): (text: string) => boolean {
    return (text) => text.toLowerCase() === word;
}

/** What a classic load balancer negotiates: AWS's policies by name, or protocols and ciphers one by one. */
function* classicPolicies(stack: Stack): Iterable<WeakPlace> {
    for (const resource of stack.ofType<unknown>(ClassicLbListenerPolicy))
        for (const at of resource.root.get("policyNames").items() as readonly Value[])
            yield {
                weakness: "old protocol",
                resource,
                at,
                when: at.state === "unknown" ? no : holds(at, answersOldTls),
            };
    for (const [type, list] of [
        [ClassicLbLoadBalancerPolicy, "policyAttributes"],
        [ClassicLbSslNegotiationPolicy, "attributes"],
    ] as const) {
        for (const resource of stack.ofType<unknown>(type))
            for (const attribute of resource.root.get(list).items() as readonly Value[])
                yield ofAttribute(resource, attribute);
    }
}

function ofAttribute(resource: Resource, attribute: Value): WeakPlace {
    const [name, at] = [attribute.get("name"), attribute.get("value")];
    const text = name.text();
    if (text === REFERENCE) return { weakness: "old protocol", resource, at, when: holds(at, answersOldTls) };
    const isProtocol = text?.startsWith("Protocol-");
    const when = all(holds(name, isBrokenAttribute), isTrue(at, false));
    return { weakness: isProtocol ? "protocol attribute" : "broken cipher", resource, at, when };
}
