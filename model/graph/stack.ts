import { Ec2KeyPair, RdsCluster, RdsInstance, RedshiftCluster, type ResourceType, S3Bucket, S3BucketV2 } from "../aws";
import { inputsOf, type Value } from "../values";
import type { Link } from "./link";
import { type Resource, sourcesOf } from "./resource";

/** What the graph is built from; the pack's adapter makes these of the SDK's own objects. */
export interface ResourceRecord {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly root: Value;
    readonly parent?: string | undefined;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    readonly protect: boolean;
    readonly providerMajor?: number | undefined;
    /** Properties that the program gave and that are unknown as a whole, as far as the host tells. */
    readonly givenUnknowns?: ReadonlySet<string> | undefined;
}

/** The outputs by which other resources refer to one. */
const IDENTIFIERS = ["arn", "id", "name", "domainName", "invokeArn", "qualifiedArn", "executionArn"];
/** And some by the name that the program gives them, which is an input. */
const NAMES = new Map<string, string>([
    [S3Bucket.token, "bucket"],
    [S3BucketV2.token, "bucket"],
    [Ec2KeyPair.token, "keyName"],
    [RdsInstance.token, "identifier"],
    [RdsCluster.token, "clusterIdentifier"],
    [RedshiftCluster.token, "clusterIdentifier"],
]);

/** The ARNs, ids and names by which others refer to it. */
export function identifiersOf({ root, type }: Pick<Resource, "root" | "type">): readonly string[] {
    const named = NAMES.get(type);
    const keys = named === undefined ? IDENTIFIERS : [...IDENTIFIERS, named];
    return keys.flatMap((key) => root.get(key).text() || []);
}

/**
 * One stack's resources and the edges between them. Built once per analysis, in time linear in resources; every index is
 * made on first use. Resources stand in the order of their URNs, so findings do too.
 */
export class Stack {
    readonly resources: readonly Resource[];
    private readonly byUrn = new Map<string, Resource>();
    private readonly byToken = new Map<string, Resource[]>();
    private readonly identifiers = new Map<string, Map<string, Resource | undefined>>();
    private readonly memo = new Map<unknown, unknown>();

    constructor(
        records: readonly ResourceRecord[],
        /** The day on which the stack is judged: what ended before it is over. */
        readonly today?: Date,
        /** Whether the host shows which of the known inputs the program marks secret: then one without a mark stands in the program. */
        readonly showsMarks = false,
    ) {
        const sorted = [...records].sort((a, b) => (a.urn < b.urn ? -1 : a.urn > b.urn ? 1 : 0));
        this.resources = sorted.map((record) => this.add(record));
    }

    /** All resources of one of the types. */
    ofType<T>(...types: readonly ResourceType<T>[]): readonly Resource<T>[] {
        const [only, ...more] = types;
        if (only && more.length === 0) return (this.byToken.get(only.token) ?? []) as Resource<T>[];
        return types.flatMap((type) => (this.byToken.get(type.token) ?? []) as Resource<T>[]);
    }

    /** The tokens of the types that it has. */
    get types(): Iterable<string> {
        return this.byToken.keys();
    }

    has(type: ResourceType): boolean {
        return this.byToken.has(type.token);
    }

    byName(urn: string): Resource | undefined {
        return this.byUrn.get(urn);
    }

    /**
     * What a property of a resource refers to, among resources of the given types. Dependencies are kept per top-level
     * property, so a known value, which tells which of several it is, is asked first.
     */
    link<T>(from: Resource, value: Value, ...types: readonly ResourceType<T>[]): Link<T> {
        if (value.state === "absent") return { kind: "absent" };
        const text = value.text();
        if (text !== undefined) {
            const found = this.named(text, ...types);
            if (found) return { kind: "found", resource: found };
        }
        const isOfTypes = (other: Resource): other is Resource<T> => types.some(({ token }) => token === other.type);
        const depends = sourcesOf(from, value.path).filter(isOfTypes);
        const [first, ...more] = depends;
        if (text !== undefined) {
            const [holder, ...others] = depends.filter((other) => holdsText(other, text));
            if (holder && others.length === 0) return { kind: "found", resource: holder };
            // A known value that matches no identifier, but made of exactly one resource: an ARN put together by hand.
            return first && more.length === 0 && this.mentions(text, first)
                ? { kind: "found", resource: first }
                : { kind: "outside", reference: text };
        }
        if (!first) return { kind: "unknown", awaits: value.place };
        if (more.length === 0) return { kind: "found", resource: first };
        return { kind: "candidates", resources: depends, awaits: value.place };
    }

    /** A fact about this stack that is computed once and shared by the rules that ask. */
    once<F>(key: unknown, compute: (stack: Stack) => F): F {
        if (!this.memo.has(key)) this.memo.set(key, compute(this));
        return this.memo.get(key) as F;
    }

    /** Likewise, a fact about one thing in it. */
    onceFor<K, F>(key: unknown, of: K, compute: () => F): F {
        const memo = this.once(key, () => new Map<K, F>());
        const found = memo.get(of) ?? compute();
        memo.set(of, found);
        return found;
    }

    /** The one resource of the types whose ARN, id or name is the text; a text that fits several fits none. */
    named<T>(text: string, ...types: readonly ResourceType<T>[]): Resource<T> | undefined {
        for (const type of types) {
            const found = this.identifiersOf(type.token).get(text);
            if (found) return found as Resource<T>;
        }
        return undefined;
    }

    private identifiersOf(token: string): Map<string, Resource | undefined> {
        let index = this.identifiers.get(token);
        if (!index) {
            index = new Map();
            for (const resource of this.byToken.get(token) ?? []) {
                for (const text of new Set(identifiersOf(resource)))
                    index.set(text, index.has(text) ? undefined : resource);
            }
            this.identifiers.set(token, index);
        }
        return index;
    }

    private mentions(text: string, resource: Resource): boolean {
        return identifiersOf(resource).some((own) => text.includes(own));
    }

    private add(record: ResourceRecord): Resource {
        const resource = new Node(record, this.byUrn);
        this.byUrn.set(record.urn, resource);
        const sameType = this.byToken.get(record.type);
        if (sameType) sameType.push(resource);
        else this.byToken.set(record.type, [resource]);
        return resource;
    }
}

/** A resource of which only that is made which somebody asks for. */
class Node implements Resource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly protect: boolean;
    private ownRoot: Value | undefined;
    private ownInputs: Resource["inputs"] | undefined;
    private ownDependencies: readonly Resource[] | undefined;
    private ownPropertyDependencies: Resource["propertyDependencies"] | undefined;

    constructor(
        private readonly record: ResourceRecord,
        private readonly byUrn: ReadonlyMap<string, Resource>,
    ) {
        this.urn = record.urn;
        this.type = record.type;
        this.name = record.name;
        this.protect = record.protect;
    }

    get root(): Value {
        this.ownRoot ??= this.record.root;
        return this.ownRoot;
    }

    get inputs(): Resource["inputs"] {
        this.ownInputs ??= inputsOf(this.root);
        return this.ownInputs;
    }

    get providerMajor(): number | undefined {
        return this.record.providerMajor;
    }

    get givenUnknowns(): ReadonlySet<string> | undefined {
        return this.record.givenUnknowns;
    }

    get parent(): Resource | undefined {
        return this.record.parent === undefined ? undefined : this.byUrn.get(this.record.parent);
    }

    get dependencies(): readonly Resource[] {
        this.ownDependencies ??= this.known(this.record.dependencies);
        return this.ownDependencies;
    }

    get propertyDependencies(): Resource["propertyDependencies"] {
        if (!this.ownPropertyDependencies) {
            // Without a prototype: a property may have any name.
            const found: Record<string, readonly Resource[]> = Object.create(null);
            for (const [key, urns] of Object.entries(this.record.propertyDependencies)) found[key] = this.known(urns);
            this.ownPropertyDependencies = found;
        }
        return this.ownPropertyDependencies;
    }

    private known(urns: readonly string[]): readonly Resource[] {
        if (urns.length === 0) return NONE;
        return urns.flatMap((urn) => this.byUrn.get(urn) ?? []);
    }
}

const NONE: readonly Resource[] = [];

/** Is it one of the resource's properties, as a name that the program or Pulumi gave it? */
function holdsText(resource: Resource, text: string): boolean {
    return resource.root.entries().some(([, value]) => value.text() === text);
}
