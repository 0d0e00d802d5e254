import { table } from "../load";

/** Where an identifier of a resource comes from: another identifier, a parameter of the call, an argument, or an answer of AWS. */
export type IdentifierSource =
    | { readonly is: "identifier"; readonly name: string }
    | { readonly is: "parameter"; readonly name: string }
    | { readonly is: "argument" }
    | { readonly is: "answer" };

/** A resource that a method gives, with its identifiers in the order of arguments: `s3.Object(bucket, key)`. */
export interface MadeResource {
    readonly class: string;
    readonly identifiers: ReadonlyMap<string, IdentifierSource>;
}

export interface ResourceCall {
    /** As AWS writes it. */
    readonly operation: string;
    /** Parameters that the resource fills by itself, with the identifier that has the value. */
    readonly parameters: ReadonlyMap<string, string>;
    readonly makes: MadeResource | undefined;
}

/** A class of boto3's resources. Methods and attributes are in Python's spelling, sub-resources that are made by a call in that of classes. */
export interface ResourceClass {
    readonly name: string;
    /** In the order of the constructor's arguments. */
    readonly identifiers: readonly string[];
    /** What `load()`, `reload()` and the first look at an attribute call. */
    readonly load: ResourceCall | undefined;
    /** `put_item` of a table. */
    readonly actions: ReadonlyMap<string, ResourceCall>;
    /** `Object` of a bucket (called), `vpc` of an instance (an attribute, which loads the instance). Making one calls nothing itself. */
    readonly resources: ReadonlyMap<string, MadeResource>;
    /** `objects` of a bucket: its `all()`, `filter()`, `limit()`, `page_size()`, `pages()` and the loop over it call the operation. */
    readonly collections: ReadonlyMap<string, ResourceCall>;
    /** `wait_until_exists`. The operation is the one that the waiter asks. */
    readonly waiters: ReadonlyMap<
        string,
        { readonly waiter: string; readonly parameters: ReadonlyMap<string, string> }
    >;
    /** What a collection of these has beside: `bucket.objects.delete()`. */
    readonly batches: ReadonlyMap<string, ResourceCall>;
}

export interface ResourceModel {
    /** What `boto3.resource(service)` gives. */
    readonly service: ResourceClass;
    readonly classes: ReadonlyMap<string, ResourceClass>;
}

const models = new Map<string, ResourceModel | undefined>();

/** boto3's resources of a service; undefined where it has none. Source: data/aws/resource-models.json, made from boto3. Read once. */
export function resourceModel(service: string): ResourceModel | undefined {
    if (!models.has(service)) models.set(service, read(service));
    return models.get(service);
}

function read(service: string): ResourceModel | undefined {
    const entries = table("resource-models").table;
    const own = Object.hasOwn(entries, service) && !service.includes(".") ? entries[service] : undefined;
    if (own === undefined) return undefined;
    const classes = new Map(
        Object.entries(entries)
            .filter(([name]) => name.startsWith(`${service}.`))
            .map(([name, text]): [string, ResourceClass] => {
                const short = name.slice(service.length + 1);
                return [short, parse(short, text)];
            }),
    );
    return { service: withEach(parse(service, own), [...classes.values()]), classes };
}

/** A service's own object makes every resource, by its identifiers: `s3.Object(bucket, key)`. */
function withEach(service: ResourceClass, classes: readonly ResourceClass[]): ResourceClass {
    const resources = classes.map(({ name, identifiers }): [string, MadeResource] => [
        name,
        { class: name, identifiers: new Map(identifiers.map((one) => [one, { is: "argument" }])) },
    ]);
    return { ...service, resources: new Map([...service.resources, ...resources]) };
}

/** Reads a line as scripts/refresh/python/resource-models.js writes it. */
function parse(name: string, text: string): ResourceClass {
    const [identifiers = "", load = "", actions = "", resources = "", collections = "", waiters = "", batches = ""] =
        text.split("|");
    return {
        name,
        identifiers: words(identifiers, " "),
        load: load === "" ? undefined : call(load),
        actions: members(actions, snake, call),
        resources: new Map(
            words(resources, ";").map((entry): [string, MadeResource] => {
                const [own = "", rest = ""] = cut(entry, "=>");
                const made = resource(rest);
                const isAttribute = [...made.identifiers.values()].some(({ is }) => is === "answer");
                return [isAttribute ? snake(own) : own, made];
            }),
        ),
        collections: members(collections, snake, call),
        waiters: members(
            waiters,
            (own) => `wait_until_${snake(own)}`,
            (entry) => ({ waiter: cut(entry, " ")[0], parameters: pairs(cut(entry, " ")[1]) }),
        ),
        batches: members(batches, snake, call),
    };
}

function members<T>(
    text: string,
    spelt: (name: string) => string,
    reading: (entry: string) => T,
): ReadonlyMap<string, T> {
    return new Map(
        words(text, ";").map((entry): [string, T] => {
            const [name, rest] = cut(entry, "=");
            return [spelt(name), reading(rest)];
        }),
    );
}

function call(text: string): ResourceCall {
    const [asked, made] = cut(text, ">");
    const [operation, parameters] = cut(asked, " ");
    return { operation, parameters: pairs(parameters), makes: made === "" ? undefined : resource(made) };
}

function resource(text: string): MadeResource {
    const [name, identifiers] = cut(text, " ");
    return {
        class: name,
        identifiers: new Map([...pairs(identifiers)].map(([target, from]) => [target, source(from)])),
    };
}

function source(text: string): IdentifierSource {
    if (text === "?") return { is: "argument" };
    if (text === "*") return { is: "answer" };
    return text.startsWith("@") ? { is: "parameter", name: text.slice(1) } : { is: "identifier", name: text };
}

function pairs(text: string): ReadonlyMap<string, string> {
    return new Map(words(text, " ").map((pair) => cut(pair, "=")));
}

function cut(text: string, separator: string): readonly [string, string] {
    const at = text.indexOf(separator);
    return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}

function words(text: string, separator: string): readonly string[] {
    return text === "" ? [] : text.split(separator);
}

/** As botocore spells it: `PutItem` is `put_item`, `ModifyVPCs` is `modify_vpcs`. */
function snake(name: string): string {
    return name
        .replace(/[A-Z]{2,}s$/, (plural) => `_${plural.toLowerCase()}`)
        .replace(/(.)([A-Z][a-z]+)/g, "$1_$2")
        .replace(/([a-z\d])([A-Z])/g, "$1_$2")
        .replace(/^_/, "")
        .toLowerCase();
}
