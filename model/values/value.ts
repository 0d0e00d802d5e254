import { isUnknown, UNREADABLE, WITHHELD } from "./unknown";

/** What is known of an input: it was not given, it was given and cannot be known yet, or it is here. */
export type State = "absent" | "unknown" | "known";

/** Why a value is unknown: it will be known later; it is a secret that was not decrypted; it is broken. */
export type Missing = "later" | "withheld" | "unreadable";

/** Which inputs of a resource are marked secret; the paths are those of `Value.path`, the root is the empty string. */
export type SecretPaths = ReadonlySet<string>;

/** What all values of one resource share. */
export interface Origin {
    /** The resource's name, given where several resources are read together. */
    readonly resource?: string;
    readonly secrets?: SecretPaths;
}

type Element<T> = T extends readonly (infer E)[] ? E : unknown;

/**
 * One place in a resource's properties, read without throwing.
 *
 * `null` and `undefined` are absent: to a provider both mean its default. A value is secret where the program marked it
 * or something around it so, as far as a host let the pack observe that (`secret` is false when nothing was observed).
 */
export class Value<T = unknown> {
    constructor(
        private readonly raw: unknown,
        /** Its own path; with a step, that of what the step is below. */
        private base: string = "",
        private readonly origin: Origin = NOWHERE,
        private readonly insideSecret: boolean = false,
        private step?: string | number,
    ) {}

    /** Where this stands, such as `environment.variables.TABLE` or `ingress[0].cidrBlocks[1]`; put together when it is asked for, of most values never. */
    get path(): string {
        if (this.step !== undefined) {
            this.base = pathBelow(this.base, this.step);
            this.step = undefined;
        }
        return this.base;
    }

    /** The path, with the resource's name before it where several resources are in play: what a verdict waits for. */
    get place(): string {
        if (this.origin.resource === undefined) return this.path;
        return this.path === "" ? this.origin.resource : `${this.origin.resource}.${this.path}`;
    }

    get state(): State {
        if (this.raw === undefined || this.raw === null) return "absent";
        return isUnknown(this.raw) ? "unknown" : "known";
    }

    /** Why it is unknown, where it is. */
    get missing(): Missing | undefined {
        if (this.state !== "unknown") return undefined;
        if (this.raw === WITHHELD) return "withheld";
        return this.raw === UNREADABLE ? "unreadable" : "later";
    }

    get secret(): boolean {
        return this.insideSecret || (this.origin.secrets?.has(this.path) ?? false);
    }

    /** Did the program mark anything of the resource, as far as that was observed? */
    get isOfMarked(): boolean {
        return this.insideSecret || (this.origin.secrets?.size ?? 0) > 0;
    }

    /** Of a resource's root: the places that the program marked, each as it was marked. */
    marked(): readonly Value[] {
        return [...(this.origin.secrets ?? [])].map((path) => valueAt(this as Value, path));
    }

    /** The value when it is known (leaves below it may still be unknown); undefined when absent or unknown. */
    known(): T | undefined {
        return this.state === "known" ? (this.raw as T) : undefined;
    }

    /** The text when it is a known string. */
    text(): string | undefined {
        return this.state === "known" && typeof this.raw === "string" ? this.raw : undefined;
    }

    /** The text of a known string, number or boolean: providers take each for the others. */
    scalar(): string | undefined {
        const known: unknown = this.known();
        const isScalar = typeof known === "string" || typeof known === "number" || typeof known === "boolean";
        return isScalar ? String(known) : undefined;
    }

    /** The text even when parts of it are unknown sentinels: for reading known prefixes, never for messages. */
    partialText(): string | undefined {
        return typeof this.raw === "string" ? this.raw : undefined;
    }

    /** The number, whether it came as one or as text. */
    number(): number | undefined {
        const known: unknown = this.known();
        if (typeof known === "number") return known;
        if (typeof known !== "string" || known.trim() === "") return undefined;
        const parsed = Number(known);
        return Number.isFinite(parsed) ? parsed : undefined;
    }

    /** The boolean, whether it came as one or as the text that providers accept for it. */
    boolean(): boolean | undefined {
        const known: unknown = this.known();
        if (typeof known === "boolean") return known;
        const text = typeof known === "string" ? known.toLowerCase() : undefined;
        if (text === "true" || text === "1") return true;
        return text === "false" || text === "0" ? false : undefined;
    }

    /** A property below this one. Below an unknown everything is unknown; below an absent one, absent. */
    at<K extends keyof NonNullable<T> & string>(key: K): Value<NonNullable<NonNullable<T>[K]>> {
        // Some providers' blocks are lists of at most one element; both spellings name the same property.
        const holder = Array.isArray(this.raw) && this.raw.length === 1 ? (this.raw[0] as unknown) : this.raw;
        if (isRecord(holder)) return this.child(Object.hasOwn(holder, key) ? holder[key] : undefined, key);
        return this.child(isUnknown(holder) ? holder : undefined, key);
    }

    /** As `at`, for a key that no type declares. */
    get(key: string): Value {
        return (this as Value<Record<string, unknown>>).at(key) as Value;
    }

    /** Several steps at once: `down("vpcConfig.subnetIds")`. */
    down(path: string): Value {
        return path.split(".").reduce((at: Value, key) => at.get(key), this as Value);
    }

    /** The elements of a list; a single value is a list of one; absent or unknown is a list of none (ask `state`). */
    items(): readonly Value<Element<T>>[] {
        if (this.state !== "known") return [];
        if (!Array.isArray(this.raw)) return [this.holding(this.raw) as Value<Element<T>>];
        return this.raw.map((raw: unknown, index) => this.child<Element<T>>(raw, index));
    }

    /** The properties of an object with their values, in the order given. */
    entries(): readonly (readonly [string, Value])[] {
        if (this.state !== "known" || !isRecord(this.raw)) return [];
        return Object.entries(this.raw).map(([key, raw]) => [key, this.child(raw, key)] as const);
    }

    /** The names of the properties of an object, in the order given. */
    keys(): readonly string[] {
        return this.state === "known" && isRecord(this.raw) ? Object.keys(this.raw) : [];
    }

    /** What a JSON string holds, with paths below this one; any other value unchanged; broken JSON is undefined. */
    json(): Value | undefined {
        if (this.state === "absent" || typeof this.raw !== "string") return this as Value;
        // A string may hold unknown parts and still be JSON whose other leaves are known.
        if (!/^\s*[{["]/.test(this.raw)) return this.state === "unknown" ? (this as Value) : undefined;
        try {
            return this.holding(JSON.parse(this.raw));
        } catch {
            return this.state === "unknown" ? (this as Value) : undefined;
        }
    }

    /** The same place, with what its text is a way of writing. */
    holding(raw: unknown): Value {
        return new Value(raw, this.path, this.origin, this.secret);
    }

    /** The places of all unknown leaves at and below this one. */
    unknowns(): readonly string[] {
        if (this.state === "unknown") return [this.place];
        if (this.state === "absent" || typeof this.raw !== "object") return [];
        if (Array.isArray(this.raw)) return this.items().flatMap((item) => item.unknowns());
        return this.entries().flatMap(([, below]) => below.unknowns());
    }

    private child<C>(raw: unknown, step: string | number): Value<C> {
        return new Value<C>(raw, this.path, this.origin, this.secret, step);
    }
}

const NOWHERE: Origin = {};

/** The path of a property, or of an element by its number, below what stands at a path: as `Value.path` is written. */
export function pathBelow(path: string, step: string | number): string {
    if (typeof step === "number") return `${path}[${step}]`;
    if (!/^[A-Za-z_$][\w$-]*$/.test(step)) return `${path}["${step}"]`;
    return path === "" ? step : `${path}.${step}`;
}

/** A resource's inputs as a rule takes them: `({ principal, sourceArn }) => …`, each property a `Value`. */
export type Inputs<T> = { readonly [K in keyof T & string]-?: Value<NonNullable<T[K]>> };

/** Reads properties off a root value by name. */
export function inputsOf<T>(root: Value<T>): Inputs<T> {
    return new Proxy({ root }, BY_NAME) as unknown as Inputs<T>;
}

const BY_NAME: ProxyHandler<{ readonly root: Value }> = {
    get: ({ root }, key) => (typeof key === "string" ? root.get(key) : undefined),
};

export function isRecord(raw: unknown): raw is Record<string, unknown> {
    return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

/** The property of the resource that a path leads into: of `environment.variables.TABLE`, `environment`. */
export function propertyOf(path: string): string {
    for (let at = 0; at < path.length; at++) if (path[at] === "." || path[at] === "[") return path.slice(0, at);
    return path;
}

/** The value at a path as `Value.path` writes it, also inside JSON text; below an unknown, that unknown. */
export function valueAt(root: Value, path: string): Value {
    let at = root;
    for (const [step, index, quoted] of path.matchAll(/\[(\d+)\]|\["([^"]*)"\]|[^.[\]]+/g)) {
        const holder = at.json() ?? at;
        if (holder.state === "unknown") return holder;
        at = index === undefined ? holder.get(quoted ?? step) : (holder.items()[Number(index)] ?? NOTHING);
    }
    return at;
}

const NOTHING = new Value(undefined);
