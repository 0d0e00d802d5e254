import { type Answer, any, no } from "../values";
import { serviceOf } from "./action";
import { arnFormats, fitsFormat, openFormat, resourceTypesOf } from "./knowledge/actions";
import { isEverything, isWildcard } from "./pattern";
import type { Grant, Permissions } from "./permissions";
import { isEveryArn } from "./questions";
import type { Statement } from "./statement";

/**
 * How far a grant leaves open which resource its action works on. `any`: nothing says which. `family`: those whose path or name
 * has a known part, such as `role/orders-*`. `named`: each is named.
 */
export type Extent = "any" | "family" | "named";

/** A name, and a character, that no policy has in mind: what is allowed on it is allowed on what anyone makes. */
const NOBODY = "a-name-that-no-policy-has-in-mind";
const NO_CHARACTER = "~";

/**
 * How far an Allow statement that names the action reaches in effect, among resources of the given types (by default, all that
 * the action takes): what denials and the boundary cover is out of reach, and what a boundary names is named.
 */
export function extentOf<G extends Grant>(
    permissions: Permissions<G>,
    statement: Statement,
    action: string,
    among?: readonly string[],
): Extent {
    const formats = formatsOf(action, among);
    // What has no wildcard names one resource, if any.
    const wild = permissions.patternsOf(statement, action).filter(isWildcard);
    const patterns = wild.filter((one) => isAbout(formats, one));
    if (patterns.length === 0) return "named";
    const reaches = (resource: string) => isPossible(permissions.leaves(statement, action, resource));
    const place = placeOf(patterns, permissions);
    const isOpen = (pattern: string) => {
        const { open, prefix } = withoutId(pattern);
        const name = `${prefix}${NOBODY}`;
        return openFormats(formats, open).some((format) => reaches(resourceOf(format, open, place, name)));
    };
    if (patterns.some(isOpen)) return "any";
    const isFamily = (pattern: string) =>
        openFormats(formats, pattern).length === 0 && hasOpenName(pattern) && reaches(unthought(pattern));
    return patterns.some(isFamily) ? "family" : "named";
}

/**
 * Does the statement let the action through on something that it works on? An ARN of another kind, beside other actions in the
 * same statement, is nothing to it; one that is unknown may be of the right kind.
 */
export function worksThrough<G extends Grant>(
    permissions: Permissions<G>,
    statement: Statement,
    action: string,
): Answer {
    const formats = formatsOf(action, undefined);
    const { resources } = statement;
    const patterns = resources && !resources.not ? resources.patterns : ["*"];
    if (formats.length === 0) return patterns.some(isEveryArn) ? permissions.through(statement, action) : no;
    const place = placeOf(patterns, permissions);
    const about = patterns.flatMap((pattern) => {
        const open = openFormats(formats, pattern).map((format) => resourceOf(format, pattern, place, "*"));
        return open.length > 0 || !isAbout(formats, pattern) ? open : [pattern];
    });
    const hidden = (resources?.unknown.length ?? 0) > 0 ? ["*"] : [];
    return any(...[...about, ...hidden].map((resource) => permissions.through(statement, action, resource)));
}

const ID_BEFORE_ALL = /(?<=:(?:instance|managed-instance|instance-connect-endpoint)\/)(m?i-|eice-)(?=[*?]+$)/;

/** Every instance's id begins with `i-`: `instance/i-*` is as open as `instance/*`. */
function withoutId(pattern: string): { readonly open: string; readonly prefix: string } {
    return { open: pattern.replace(ID_BEFORE_ALL, ""), prefix: ID_BEFORE_ALL.exec(pattern)?.[1] ?? "" };
}

/** Can an ARN of one of the formats match the pattern? */
function isAbout(formats: readonly string[], pattern: string): boolean {
    return isEveryArn(pattern) || formats.some((format) => fitsFormat(format, pattern));
}

/** The same, where a wildcard in the name is a name that no policy has in mind. */
function unthought(pattern: string): string {
    const parts = pattern.split(":");
    const name = (part: string) => part.replace(/\*+/g, NOBODY).replaceAll("?", NO_CHARACTER);
    return parts.map((part, index) => (parts.length > 5 && index < 5 ? part : name(part))).join(":");
}

/** Does a wildcard stand in the path or name, not in an id or qualifier that comes after it? */
function hasOpenName(pattern: string): boolean {
    const [, , service, , , ...rest] = pattern.split(":");
    const resource = rest.join(":");
    // A name of IAM's is one in its account, whatever the path before it.
    if (service === "iam") return isWildcard(resource.split("/").at(-1) ?? "");
    const [type = "", name] = resource.split(/[:/]/);
    return isWildcard(name ?? type);
}

function openFormats(formats: readonly string[], pattern: string): readonly string[] {
    return isEveryArn(pattern) ? formats : formats.filter((format) => openFormat(format, pattern));
}

function formatsOf(action: string, among: readonly string[] | undefined): readonly string[] {
    const types = resourceTypesOf(action).filter(({ type }) => among?.includes(type) ?? true);
    return types.flatMap(({ type }) => arnFormats(serviceOf(action) ?? "", type));
}

interface Place {
    readonly partition: string;
    readonly region: string;
    readonly account: string;
}

/** A resource of the format and of that name, in the place that the pattern names, or else where the policies are at home. */
function resourceOf(format: string, pattern: string, place: Place, name: string): string {
    const [, ...own] = isEverything(pattern) ? [] : pattern.split(":");
    const [partition, , region, account] = own.map((part) => (isNamed(part) ? part : undefined));
    return format
        .replaceAll("${Partition}", partition || place.partition)
        .replaceAll("${Region}", region || place.region)
        .replaceAll("${Account}", account || place.account)
        .replace(/\$\{\w+\}/g, name);
}

/** No wildcard, and a variable only where it is the whole of it: an account that is unknown is one account. */
function isNamed(part: string): boolean {
    return /^\$\{[^}]*\}$/.test(part) || !/[*?$]/.test(part);
}

/** A denial in China is no denial elsewhere: the partition, region and account that these policies speak of, if any. */
function placeOf<G extends Grant>(patterns: readonly string[], { grants }: Permissions<G>): Place {
    const all = [...patterns, ...grants.flatMap(({ statement }) => statement.resources?.patterns ?? [])];
    const parts = all.filter((pattern) => pattern.startsWith("arn:")).map((pattern) => pattern.split(":"));
    const first = (index: number, shape: RegExp) => parts.map((one) => one[index] ?? "").find((one) => shape.test(one));
    return {
        partition: first(1, /^aws[a-z-]*$/) ?? "aws",
        region: first(3, /^[a-z]{2}(?:-[a-z]+)+-\d$/) ?? "us-east-1",
        account: first(4, /^\d{12}$/) ?? "111122223333",
    };
}

function isPossible(answer: Answer): boolean {
    return answer.is !== "no";
}
