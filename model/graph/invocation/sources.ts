import {
    AlbLoadBalancer,
    CloudFrontDistribution,
    HttpApi,
    HttpStage,
    invokingServices,
    type LambdaPermission,
    LoadBalancer,
    type ResourceType,
    RestApi,
    RestDeployment,
    RestStage,
    triggerPlaces,
} from "../../aws";
import { isWildcard, meetsForm, overlap, PART } from "../../iam";
import { type Answer, answer, undecided, type Value, yes } from "../../values";
import { grouped } from "../grouped";
import { linked } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import type { Operation } from "./operations";

type PermissionInputs = NonNullable<(typeof LambdaPermission)["inputs"]>;

/** By service, what it can call for. */
const sourceTypes: ReadonlyMap<string, readonly ResourceType[]> = grouped(
    triggerPlaces.flatMap(({ as, source, type }) =>
        as === undefined ? [] : (source?.types ?? [type]).map((one) => [one, [as]] as const),
    ),
);
/** What is found in other ways than by where a resource names a function. */
const OTHER_SOURCES: ReadonlyMap<string, readonly ResourceType[]> = new Map([
    ["apigateway", [RestApi, HttpApi, RestStage, HttpStage, RestDeployment]],
    ["cloudfront", [CloudFrontDistribution]],
]);
const STAGES: readonly ResourceType[] = [RestStage, HttpStage, RestDeployment];
/** What is taken for a source, and is none. */
const NO_SOURCES: readonly ResourceType[] = [LoadBalancer, AlbLoadBalancer];
const ALL_SOURCES = new Set(
    [...sourceTypes.values(), ...OTHER_SOURCES.values(), NO_SOURCES].flatMap((types) =>
        types.map(({ token }) => token),
    ),
);

interface Sources {
    readonly types: readonly ResourceType[];
    readonly tokens: ReadonlySet<string>;
}

const byService = new Map<string, Sources>();

/** Each permission asks of its service. */
function sourcesFor(service: string): Sources {
    let found = byService.get(service);
    if (!found) {
        const types = [...(sourceTypes.get(service) ?? []), ...(OTHER_SOURCES.get(service) ?? [])];
        found = { types, tokens: new Set(types.map(({ token }) => token)) };
        byService.set(service, found);
    }
    return found;
}

/** Is the source of a kind that the service never acts for? Of an ARN that is not known yet, the resource it comes from tells the kind. */
export function isOfAnotherKind(permission: Resource<PermissionInputs>, service: string): boolean {
    const { sourceArn } = permission.inputs;
    if (sourceArn.state === "unknown") return comesOfAnotherKind(permission, service);
    const arn = sourceArn.text() ?? "";
    const { sources = [] } = invokingServices.get(service) ?? {};
    if (sources.length === 0 || !arn.startsWith("arn:")) return false;
    return !sources.some((one) => meetsForm(formOf(one), arn)) && !isOutput(permission, service, arn);
}

function comesOfAnotherKind({ propertyDependencies }: Resource, service: string): boolean {
    const { tokens } = sourcesFor(service);
    const depends = propertyDependencies["sourceArn"] ?? [];
    const others = depends.filter(({ type }) => ALL_SOURCES.has(type) && !tokens.has(type));
    return tokens.size > 0 && others.length > 0 && others.length === depends.length;
}

/** The ARN that the provider tells of a resource of the right kind is right; but an API has more than one. */
function isOutput({ propertyDependencies }: Resource, service: string, arn: string): boolean {
    if (service === "apigateway") return false;
    const { tokens } = sourcesFor(service);
    const whole = arn.replace(/:\*$/, "");
    return (propertyDependencies["sourceArn"] ?? []).some((one) => tokens.has(one.type) && isOutputOf(one, whole));
}

function isOutputOf({ root }: Resource, arn: string): boolean {
    return root.entries().some(([, value]) => value.text() === arn);
}

const forms = new Map<string, string>();

function formOf(source: string): string {
    const found = forms.get(source) ?? madeFormOf(source);
    forms.set(source, found);
    return found;
}

function madeFormOf(source: string): string {
    const [service = "", ...resource] = source
        .replaceAll("{name}", PART.name)
        .replaceAll("{path}", PART.path)
        .split(":");
    return ["arn", PART.place, service, PART.place, PART.place, ...resource].join(":");
}

/**
 * How much a source leaves open of what its service acts for: `named` where it is one, with whatever AWS's own examples leave open;
 * `family` where the name is begun or one of several; `every` where it is not even begun.
 */
export type Openness = "named" | "family" | "every";

export function opennessOf(arn: string, service: string): Openness {
    const parts = arn.split(":");
    const own = parts[2] ?? "*";
    // AWS's own way of writing the six characters that it puts behind a secret's name.
    const named = [own, ...parts.slice(5)].join(":").replace(/-\?{6}$/, "");
    const sources = invokingServices.get(service)?.sources;
    // Of a service that the table lacks, any part that is written out may be the name.
    if (!sources) return literalOf(named) === `${own}:` || own === "*" ? "every" : "named";
    if (!isWildcard(named) || sources.some((source) => namedBy(source).test(named))) return "named";
    const literal = literalOf(named);
    const heads = sources.map((source) => source.slice(0, source.indexOf("{")));
    return heads.some((head) => literal.length > head.length && literal.startsWith(head)) ? "family" : "every";
}

/** What is written out before the first wildcard. */
function literalOf(pattern: string): string {
    return pattern.slice(0, pattern.search(/[*?]|$/));
}

const expressions = new Map<string, RegExp>();

function namedBy(source: string): RegExp {
    const found = expressions.get(source) ?? madeNamedBy(source);
    expressions.set(source, found);
    return found;
}

function madeNamedBy(source: string): RegExp {
    const text = source.replace(/[.*]/g, (found) => (found === "*" ? ".*" : "\\.")).replaceAll("{name}", "[^*?/:]+");
    return new RegExp(`^${text.replaceAll("{path}", "[^*?:]+")}$`);
}

/** The resource that a permission names as its source, where it is in the stack and what the service calls for. */
export function permittedSource(
    stack: Stack,
    permission: Resource<PermissionInputs>,
    service: string,
): Resource | undefined {
    const { types, tokens } = sourcesFor(service);
    if (!types.some((type) => stack.has(type))) return undefined;
    for (const name of namesIn(permission.inputs.sourceArn.text() ?? "")) {
        const found = stack.named<unknown>(name, ...types);
        if (found) return apiBehind(stack, found);
    }
    const depends = (permission.propertyDependencies["sourceArn"] ?? []).filter(({ type }) => tokens.has(type));
    const [source, ...others] = new Set(depends.map((one) => apiBehind(stack, one)));
    return others.length === 0 ? source : undefined;
}

/** Of an ARN: itself, and the names and ids at its end that tell the resource. */
function namesIn(arn: string): readonly string[] {
    const whole = arn.replace(/:\*$/, "");
    const rest = /^arn:(?:[^:]*:){4}(.+)$/.exec(whole)?.[1];
    if (rest === undefined || /[*?]/.test(rest.split("/")[0] ?? "")) return [];
    const [, afterType = rest] = /^[a-z-]+[:/](.+)$/.exec(rest) ?? [];
    return [
        whole,
        rest,
        afterType,
        rest.split("/")[0] ?? "",
        rest.split("/").at(-1) ?? "",
        rest.split(":").at(-1) ?? "",
    ];
}

/** An API's ARN may come of its stage. */
function apiBehind(stack: Stack, one: Resource): Resource {
    if (!STAGES.some(({ token }) => token === one.type)) return one;
    const value = one.root.get(one.type === HttpStage.token ? "apiId" : "restApi");
    return linked(stack.link<unknown>(one, value, RestApi, HttpApi)) ?? one;
}

/** Is the operation among those that the source names: `…:API/STAGE/METHOD/PATH`? */
export function namesOperation(sourceArn: Value, operation: Operation | undefined): Answer {
    const named = /^arn:(?:[^:]*:){4}[^/]+\/(.+)$/.exec(sourceArn.text() ?? "")?.[1];
    if (operation === undefined || named === undefined) return yes;
    const { method, path } = operation;
    if (path === undefined) return undecided(`${operation.resource.name}.${operation.at}`);
    const asked = path.startsWith("/") ? `*/${method === "ANY" ? "*" : method}${path}` : `*/${path}`;
    return answer(overlap(withoutParameters(named), withoutParameters(asked)));
}

/** A path's parameter stands for anything. */
function withoutParameters(path: string): string {
    return path.replace(/\{[^}]*\}/g, "*");
}
