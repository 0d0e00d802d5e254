import { isDatabaseProxy } from "../../aws";
import { EVERY_PORT, type Span, TCP, takesIn, UDP } from "../../network";
import { fact } from "../fact";
import type { Stack } from "../stack";
import { forwardings } from "./forwarding";
import { interfacesByGroup } from "./interfaces";
import type { GroupRule, NamedGroups } from "./security-groups";
import { SHELL_PORTS } from "./shells";
import { storeGroups } from "./store-groups";

/** What a rule opens of what the internet has no business with, and of the web. */
export interface PublicPorts {
    /** In words: `port 8080`, `every port`, `ports 8000-8100`; empty where it opens none. */
    readonly other: string;
    readonly web: boolean;
    /** It is of load balancers alone. */
    readonly isEdge: boolean;
    /** Load balancers listen there, and have to be open to whom they serve. */
    readonly isListening: boolean;
}

const WEB = [80, 443];

/** Well known services that nobody means to offer to all. */
const SERVICES: ReadonlyMap<number, string> = new Map([
    [21, "FTP"],
    [23, "Telnet"],
    [25, "SMTP"],
    [53, "DNS"],
    [135, "RPC"],
    [139, "NetBIOS"],
    [389, "LDAP"],
    [445, "SMB"],
    [1433, "SQL Server"],
    [1521, "Oracle"],
    [2049, "NFS"],
    [2375, "the Docker API"],
    [2376, "the Docker API"],
    [2379, "etcd"],
    [3306, "MySQL"],
    [5432, "PostgreSQL"],
    [5439, "Redshift"],
    [5601, "Kibana"],
    [5900, "VNC"],
    [5985, "WinRM"],
    [5986, "WinRM"],
    [6379, "Redis"],
    [6443, "the Kubernetes API"],
    [9092, "Kafka"],
    [9200, "Elasticsearch"],
    [10_250, "the kubelet API"],
    [11_211, "Memcached"],
    [27_017, "MongoDB"],
]);

const portsOfStores = fact(
    [storeGroups],
    (stack): ReadonlyMap<string, readonly number[]> =>
        new Map(storeGroups(stack).map(({ group, ports }) => [group.key, ports])),
);

/** What a rule of these groups opens, whoever it lets in. */
export function publicPorts(
    stack: Stack,
    rule: GroupRule,
    owners: Pick<NamedGroups, "certain" | "possible">,
): PublicPorts {
    const members = owners.possible.flatMap((key) => interfacesByGroup(stack).get(key) ?? []);
    const balancers = members.filter(({ role, host }) => role === "forwarder" && !isDatabaseProxy(host));
    const isEdge = members.length > 0 && balancers.length === members.length;
    const elsewhere = [...SHELL_PORTS, ...owners.certain.flatMap((key) => portsOfStores(stack).get(key) ?? [])];
    const spans = spansOf(rule, elsewhere);
    const listeners = balancers
        .filter(({ publicIpv4 }) => publicIpv4.is !== "no")
        .flatMap(({ host }) => forwardings(stack).get(host.urn) ?? []);
    const isListening =
        isEdge &&
        spans.length > 0 &&
        spans.every(({ from, to }) => listeners.some(({ ports }) => ports.from <= from && to <= ports.to));
    const web =
        [TCP, UDP].some((protocol) => takesIn(rule.protocols, protocol)) &&
        WEB.some((port) => takesIn(rule.ports, port));
    return { other: said(rule, spans), web, isEdge, isListening };
}

/** The ports of a rule, less the web's, and of TCP those of which others speak. */
function spansOf({ protocols, ports }: GroupRule, elsewhere: readonly number[]): readonly Span[] {
    if (ports.from > ports.to) return [];
    const without = (left: readonly number[]) =>
        left.reduce<readonly Span[]>((spans, port) => spans.flatMap((span) => cut(span, port)), [ports]);
    if (takesIn(protocols, UDP)) return without(WEB);
    return takesIn(protocols, TCP) ? without([...WEB, ...elsewhere]) : [];
}

function cut(span: Span, port: number): readonly Span[] {
    if (!takesIn(span, port)) return [span];
    return [
        { from: span.from, to: port - 1 },
        { from: port + 1, to: span.to },
    ].filter(({ from, to }) => from <= to);
}

function said({ ports }: GroupRule, spans: readonly Span[]): string {
    const [first] = spans;
    if (!first) return "";
    if (ports.from === EVERY_PORT.from && ports.to === EVERY_PORT.to) return "every port";
    if (ports.from !== ports.to) return `a range of ${ports.to - ports.from + 1} ports`;
    const service = SERVICES.get(ports.from);
    return service ? `${service}'s port` : "a port other than 80 and 443";
}
