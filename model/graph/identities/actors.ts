import { IamOpenIdConnectProvider, IamRole, IamSamlProvider, IamUser } from "../../aws";
import {
    type Admission,
    bearerOf,
    cognitoTrust,
    federationOf,
    isCallerBound,
    type Principal,
    parsePolicy,
    type Trust,
    trustOf,
} from "../../iam";
import { type Answer, no, undecided, yes } from "../../values";
import { isOf, type Resource } from "../resource";
import type { Identity } from "./identities";

/**
 * Who acts as an identity.
 *
 * - `workload`: code of one's own, or a service of AWS for it.
 * - `machine`: a pipeline, or another program that brings a token.
 * - `customer`: somebody who signed in to an application.
 * - `anyone`: guests of an identity pool, and everybody else.
 * - `person`: somebody of one's own, for a session: by SAML, Identity Center, or from an account.
 * - `principal`: another role, of which nobody here knows who acts under it.
 * - `user`, `group`: with lasting credentials.
 * - `nobody`: not yet.
 */
export type Actor =
    | "workload"
    | "machine"
    | "customer"
    | "anyone"
    | "person"
    | "principal"
    | "user"
    | "group"
    | "nobody";

export interface Actors {
    readonly known: ReadonlySet<Actor>;
    /** The places that hide whether somebody else acts so too. */
    readonly unknown: readonly string[];
}

const found = new WeakMap<Identity, Actors>();

/** Of a role: what carries it here, else whom an identity pool hands it to and whom its trust policy lets in. */
export function actorsOf(identity: Identity): Actors {
    let actors = found.get(identity);
    if (!actors) {
        actors = findActors(identity);
        found.set(identity, actors);
    }
    return actors;
}

/** Does one of these act as the identity? */
export function isActedBy(identity: Identity, ...wanted: readonly Actor[]): Answer {
    return isOneActing(identity, wanted);
}

function isOneActing(identity: Identity, wanted: readonly Actor[]): Answer {
    const { known, unknown } = actorsOf(identity);
    for (const one of wanted) if (known.has(one)) return yes;
    return unknown.length > 0 ? undecided(...unknown) : no;
}

function findActors({ kind, role, workloads, handedTo }: Identity): Actors {
    if (kind === "policy") return only("nobody");
    if (kind === "permission set") return only("person");
    if (kind !== "role") return only(kind);
    // Most roles that live elsewhere are services', as most are here.
    if (!role || workloads.length > 0) return WORKLOAD;
    const handed = [...handedTo].map((slot): Actor => (slot === "unauthenticated" ? "anyone" : "customer"));
    const trusted = trustedActors(role);
    // Cognito's own roles trust nobody else, as a rule: what is unknown of the trust is the pool's id.
    if (handed.length > 0 && trusted.known.size === 0) return only(...handed);
    return { ...trusted, known: new Set([...handed, ...trusted.known]) };
}

function only(...actors: readonly Actor[]): Actors {
    return { known: new Set(actors), unknown: [] };
}

/** Of most identities. */
const WORKLOAD = only("workload");

function trustedActors(role: Resource): Actors {
    const trust = trustOf(role.root.get("assumeRolePolicy"));
    const known = new Set<Actor>();
    const unknown = [...trust.unknown];
    const add = (actors: readonly Actor[] | string, when: Answer): void => {
        if (typeof actors === "string") unknown.push(actors);
        else if (when.is === "undecided") unknown.push(...when.awaits);
        else for (const actor of actors) known.add(actor);
    };
    for (const admission of trust.admissions) add(admitted(role, trust, admission), admission.when);
    for (const { statement, when } of trust.byException)
        add(everybody(trust, { statement, principal: { kind: "everyone" } }), when);
    if (known.size > 0 || unknown.length > 0) return { known, unknown };
    // A trust policy that AWS refuses tells nothing about who it is for; most roles are services'.
    const { problems, statements } = parsePolicy(role.root.get("assumeRolePolicy"));
    return only(problems.length > 0 || statements.length === 0 ? "workload" : "nobody");
}

/** Whom an admission lets in, or the place that hides it. */
function admitted(role: Resource, trust: Trust, admission: Admission): readonly Actor[] | string {
    const { principal } = admission;
    switch (principal.kind) {
        case "service":
            return ["workload"];
        case "account":
            return ["person"];
        case "arn":
            return [isPerson(principal.arn) ? "person" : "principal"];
        case "everyone":
            return everybody(trust, admission);
        case "federated":
            return federated(role, trust, admission);
        case "unknown":
            return hidden(role, trust, admission, principal);
        default:
            return [];
    }
}

function everybody(trust: Trust, admission: Pick<Admission, "statement" | "principal">): readonly Actor[] | string {
    const bound = isCallerBound(trust, admission);
    if (bound.is === "undecided") return bound.awaits[0] ?? admission.statement.path;
    return [bound.is === "yes" ? "principal" : "anyone"];
}

function federated(role: Resource, trust: Trust, admission: Admission): readonly Actor[] | string {
    const federation = federationOf(trust, admission);
    const { principal } = admission;
    if (federation?.kind === "saml") return ["person"];
    if (federation?.kind === "cognito-identity") {
        const { authenticated, unauthenticated } = cognitoTrust(admission.statement);
        return [...(authenticated ? (["customer"] as const) : []), ...(unauthenticated ? (["anyone"] as const) : [])];
    }
    if (principal.kind === "federated") return [bearerOf(principal.provider.split(":oidc-provider/").at(-1) ?? "")];
    if (federation?.host !== undefined) return [bearerOf(federation.host)];
    // The ARN of a provider that this program makes is an output; what the provider is, its inputs say.
    const sources = sourcesOf(role);
    if (sources.some((one) => isOf(one, IamSamlProvider))) return ["person"];
    const urls = sources.flatMap((one) => (isOf(one, IamOpenIdConnectProvider) ? [one.root.get("url").text()] : []));
    const known = urls.filter((url) => url !== undefined);
    if (known.length > 0 && known.length === urls.length) return known.map(bearerOf);
    return principal.kind === "unknown" ? principal.place : [];
}

function hidden(
    role: Resource,
    trust: Trust,
    admission: Admission,
    principal: Extract<Principal, { kind: "unknown" }>,
): readonly Actor[] | string {
    if (principal.under === "service") return ["workload"];
    if (principal.under === "federated") return federated(role, trust, admission);
    if (principal.under === "aws") {
        if (principal.suffix === ":root") return ["person"];
        const sources = sourcesOf(role);
        if (sources.some((one) => isOf(one, IamUser))) return ["person"];
        if (sources.some((one) => isOf(one, IamRole))) return ["principal"];
    }
    return principal.place;
}

function sourcesOf(role: Resource): readonly Resource[] {
    return role.propertyDependencies["assumeRolePolicy"] ?? [];
}

const PERSON =
    /^arn:[\w-]+:(?:iam::\d{12}:user\/|sts::\d{12}:federated-user\/|(?:iam|sts)::\d{12}:[^:]*AWSReservedSSO_)/;

/** A user, or a session of one or of Identity Center's. */
export function isPerson(arn: string): boolean {
    return PERSON.test(arn);
}

/** Whoever has what the identity has, in words; those whom one can tell least about first. */
export function whoActs(identity: Identity): string {
    const { known } = actorsOf(identity);
    return WORDS.find(([actor]) => known.has(actor))?.[1] ?? "whoever runs under this role";
}

const WORDS: readonly (readonly [Actor, string])[] = [
    ["anyone", "anyone on the internet"],
    ["customer", "every customer who signs in"],
    ["machine", "whoever controls the pipeline or program that brings a token"],
    ["nobody", "whoever is given this"],
];

/** With whom rights are a fault at all. */
const JUDGED = {
    /** People may administer, for a session; users and groups, who may not, are human-policy-no-admin-access's. */
    administration: ["workload", "machine", "customer", "anyone", "nobody"],
    /** What statements list, and AWS's own policies: a program's calls are known, a person's day is not. Guests have policies of their own. */
    statements: ["workload", "machine", "customer", "nobody"],
    /** Secrets, keys, roles and databases of others: with lasting credentials as bad as with code. */
    dataRights: ["workload", "machine", "customer", "nobody", "user", "group"],
    /** Shells and tunnels of people; of programs, statements say all. */
    sessions: ["person", "user", "group"],
    /** Who may administer for a session has nowhere to rise. */
    escalation: ["workload", "machine", "customer", "anyone", "nobody", "user", "group"],
} satisfies Record<string, readonly Actor[]>;

export type Rights = keyof typeof JUDGED;

/** Is the identity judged by rights of this kind, by who acts as it? Undecided where that is not known yet. */
export function isJudgedBy(identity: Identity, rights: Rights): Answer {
    return isOneActing(identity, JUDGED[rights]);
}
