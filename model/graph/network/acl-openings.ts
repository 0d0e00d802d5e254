import { isOfTheWorld, openingsOf, type Span, TCP, type Traffic, takesIn } from "../../network";
import { type Answer, no, undecided, type Value, yes } from "../../values";
import { isGiven, type Resource } from "../resource";
import { allowedBy, type NetworkAcl } from "./acls";

/** What an entry of an ACL lets in from the world that nobody needs in general. */
export interface AclOpening {
    readonly resource: Resource;
    readonly at: Value;
    readonly what: string;
    readonly when: Answer;
}

const SERVICES: ReadonlyMap<number, string> = new Map([
    [20, "FTP (20)"],
    [21, "FTP (21)"],
    [22, "SSH (22)"],
    [23, "Telnet (23)"],
    [3389, "RDP (3389)"],
]);

/**
 * Answers come back to high ports: all above 1023 for NAT gateways and functions, fewer for other clients.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports.
 */
const FIRST_RETURN_PORT = 1024;
const FEWEST_RETURN_PORTS = 10_000;

function isForAnswers({ from, to }: Span): boolean {
    return from >= FIRST_RETURN_PORT && to - from >= FEWEST_RETURN_PORTS;
}

export function openedByAcl(acl: NetworkAcl): readonly AclOpening[] {
    const list = acl.resource.root.get("ingress");
    const open: AclOpening[] =
        list.state === "unknown" && isGiven(acl.resource, "ingress")
            ? [{ resource: acl.resource, at: list, what: "what nobody knows yet", when: undecided(list.place) }]
            : [];
    for (const { entry, packets } of allowedBy(acl, "ingress")) {
        const [certain, possible] = [servicesIn(packets.certain), servicesIn(packets.possible)];
        const when = certain.length > 0 ? yes : possible.length > 0 ? undecided(...packets.awaits) : no;
        const ports = certain.length > 0 ? certain : possible;
        const what = ports.length === SERVICES.size ? "every port, SSH and RDP among them," : ports.join(", ");
        if (when.is !== "no") open.push({ resource: entry.resource, at: entry.at, what, when });
    }
    return open;
}

/** The services to which more of the internet comes than any one network is. */
function servicesIn(set: Traffic): readonly string[] {
    const spans = openingsOf(set).filter(
        ({ protocols, ports, ends }) => takesIn(protocols, TCP) && !isForAnswers(ports) && isOfTheWorld(ends),
    );
    const isOpen = (port: number) => spans.some(({ ports }) => takesIn(ports, port));
    return [...SERVICES].filter(([port]) => isOpen(port)).map(([, name]) => name);
}
