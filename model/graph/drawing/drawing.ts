/**
 * One stack as a picture: who calls what, what runs as whom, what may be done to what. Plain data, which a host can draw or
 * compare; it holds names, patterns and keys, and no input's value.
 */
export interface Drawing {
    readonly nodes: readonly DrawnNode[];
    readonly edges: readonly DrawnEdge[];
    /** Open doors with what lies behind them. The worst first. */
    readonly ways: readonly DrawnWay[];
    /** What each identity may do, and on what. */
    readonly roles: readonly DrawnRole[];
    readonly networks: readonly DrawnNetwork[];
}

/** From left to right: who calls, what is entered by, what runs, as whom, what is reached. */
export type Lane = 0 | 1 | 2 | 3 | 4;

/** A resource with its parts; or somebody outside, or all that a wildcard covers. */
export interface DrawnNode {
    /** The URN of a resource; else what the node is, such as `outside:internet` or `wild:dynamodb:table`. The same from run to run. */
    readonly id: string;
    readonly lane: Lane;
    /** By which it gets its symbol. */
    readonly kind: NodeKind;
    /** What AWS calls it: "Lambda function". */
    readonly kindName: string;
    readonly name: string;
    /** A few words more: "3 routes", "Shared by 2". */
    readonly sub: string;
    /** Absent for what is no resource of the stack. */
    readonly urn?: string;
    readonly type?: string;
    /** URNs of the resources that the node stands for besides its own: policies, permissions, routes, log groups. */
    readonly parts: readonly string[];
    /** Somebody who is not of this account, or not known. */
    readonly isOutside?: true;
    /** All resources of a kind, or all whose names fit a pattern. */
    readonly isWild?: true;
    /** Nodes of the stack that a wildcard covers, by id. */
    readonly covers?: readonly string[];
    /** Lives in another stack or account, and is known by its ARN alone. */
    readonly isElsewhere?: true;
    /** The id of the network that it stands in. */
    readonly network?: string;
}

export type NodeKind =
    | "account"
    | "api"
    | "bucket"
    | "cache"
    | "database"
    | "distribution"
    | "event"
    | "file-system"
    | "function"
    | "group"
    | "instance"
    | "internet"
    | "key"
    | "key-holder"
    | "log"
    | "other"
    | "people"
    | "pipeline"
    | "pool"
    | "port"
    | "queue"
    | "role"
    | "schedule"
    | "secret"
    | "service"
    | "state-machine"
    | "stream"
    | "table"
    | "topic"
    | "trigger"
    | "url"
    | "user"
    | "wild"
    | "workload";

export interface DrawnEdge {
    /** Of its ends, its kind and what opens it; the same from run to run. */
    readonly id: string;
    /** Ids of nodes. */
    readonly from: string;
    readonly to: string;
    readonly kind: EdgeKind;
    /** One sentence, the subject first: "Anyone on the internet may call this URL: it asks for no authentication." */
    readonly says: string;
    /** A few words on the line itself: "GET /orders". */
    readonly label?: string;
    /** What is asked of the caller: "JWT of customers"; absent where nothing is asked, or nobody calls. */
    readonly guard?: string;
    /** Nothing holds back whoever stands at its beginning. */
    readonly isOpen?: true;
    /** Of `may` and `passes`: actions as the statement has them, and their access levels. */
    readonly actions: readonly string[];
    readonly levels: readonly AccessLevel[];
    /** Covers resources by a wildcard. */
    readonly isWide?: true;
    /** Housekeeping, such as a function's own logs: shown where it is asked for. */
    readonly isQuiet?: true;
    /** What opens it: the resource and the property path, and of a policy the statement's `Sid` or number. */
    readonly via: readonly { readonly urn: string; readonly path: string; readonly statement?: string }[];
    /** What would close it, as a fix: "Set authorizationType: \"AWS_IAM\"." Absent where it is as it should be. */
    readonly closes?: string;
    /** Whether it is there depends on these inputs, which are not known before the deployment. */
    readonly awaits?: readonly string[];
    /** Numbers of sets of conditions (`Drawn.conditions`), one of which each request meets; -1 is none at all. Absent where nothing is demanded. */
    readonly bounds?: readonly number[];
}

export type EdgeKind = "assumes" | "calls" | "feeds" | "may" | "network" | "passes" | "runs-as" | "triggers";

export type AccessLevel = "List" | "Read" | "Write" | "Delete" | "Permissions management" | "Tagging";

export interface DrawnWay {
    readonly id: string;
    /** The edge by which it begins: the one to close. */
    readonly door: string;
    /** Nodes, in their order, from who enters. */
    readonly chain: readonly string[];
    /** Nodes that he then reaches, the gravest first; of very many, those alone. */
    readonly ends: readonly string[];
    /** All nodes and edges of it. */
    readonly nodes: readonly string[];
    readonly edges: readonly string[];
    /** What closes it; the door's. */
    readonly closes: string;
    /** By what lies behind it: the greater the worse. */
    readonly weight: number;
}

export interface DrawnRole {
    /** The id of its node. */
    readonly node: string;
    readonly grants: readonly DrawnGrant[];
    /** What it may do at most, whatever it is granted. */
    readonly boundary?: DrawnBoundary;
}

/** A permissions boundary. */
export interface DrawnBoundary {
    /** The identity, or what sets the boundary of one that lives elsewhere. */
    readonly urn: string;
    readonly path: string;
    /** The policy: a resource of the stack, else its ARN. Absent where it is not known. */
    readonly policy?: string;
    /** Absent where it cannot be read. */
    readonly grants?: readonly DrawnGrant[];
}

/** A statement of a policy, as a role has it. */
export interface DrawnGrant {
    /** The resource that brings the policy; for an AWS-managed policy, the attachment, with its name. */
    readonly urn: string;
    readonly path: string;
    readonly managed?: string;
    /** Its `Sid`, or `statement 2`. */
    readonly statement: string;
    readonly effect: "Allow" | "Deny";
    /** Are all actions meant but these? */
    readonly isNot?: true;
    readonly actions: readonly string[];
    readonly levels: readonly AccessLevel[];
    /** Each a node, or a pattern of ARNs that no node stands for; with the part of it, such as `/items/*` of a bucket. */
    readonly resources: readonly {
        readonly node?: string;
        readonly pattern?: string;
        readonly part?: string;
        /** Of a pattern that no node stands for: nodes that it takes in, by id. */
        readonly covers?: readonly string[];
    }[];
    /** Of `NotResource`: what of all that is left out. */
    readonly excepted?: DrawnGrant["resources"];
    readonly isWide?: true;
    /** Keys of its conditions; never the values. */
    readonly condition: readonly string[];
    /** The number of its set of conditions (`Drawn.conditions`); absent where it has none. */
    readonly bounds?: number;
    readonly isQuiet?: true;
}

/** A VPC, drawn as a band. */
export interface DrawnNetwork {
    /** The URN of the VPC; of one that lives elsewhere, `network:` with its id. */
    readonly id: string;
    readonly name: string;
    /** "10.20.0.0/16 · 2 private subnets · no internet gateway". */
    readonly sub: string;
    readonly urn?: string;
    /** URNs of its subnets, routes, gateways, security groups and their rules. */
    readonly parts: readonly string[];
}
