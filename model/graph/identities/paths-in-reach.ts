import { type EscalationPath, escalationPaths, serviceOf } from "../../iam";
import type { Identity } from "./identities";

const alternatives = new Map<EscalationPath, readonly (readonly string[])[]>();

/** The actions of which a path needs one each. */
export function alternativesOf(path: EscalationPath): readonly (readonly string[])[] {
    let found = alternatives.get(path);
    if (!found) {
        const { needs, anyOf = [] } = path;
        found = [...needs.map((action) => [action]), ...(anyOf.length > 0 ? [anyOf] : [])];
        alternatives.set(path, found);
    }
    return found;
}

/** A path with the services of which it needs one at least: those of the first action that it asks for. */
interface GuardedPath {
    readonly path: EscalationPath;
    readonly services: readonly string[];
}

let guarded: readonly GuardedPath[] | undefined;
let guarding: readonly string[] | undefined;
/** By the services that are allowed of those, of which there are few choices. */
const inReach = new Map<string, readonly EscalationPath[]>();

/** The paths of which an identity may have what they need, by services alone, in the order of the table: none, of most identities. */
export function pathsInReach({ permissions }: Identity): readonly EscalationPath[] {
    guarded ??= escalationPaths().map((path) => ({
        path,
        services: (alternativesOf(path)[0] ?? []).map((action) => serviceOf(action) ?? ""),
    }));
    guarding ??= [...new Set(guarded.flatMap(({ services }) => services))];
    const allowed = guarding.filter((service) => permissions.isAllowedService(service));
    const key = allowed.join(" ");
    let found = inReach.get(key);
    if (!found) {
        found = guarded.flatMap(({ path, services }) => (services.some((one) => allowed.includes(one)) ? [path] : []));
        if (inReach.size >= MOST_CHOICES) inReach.clear();
        inReach.set(key, found);
    }
    return found;
}

const MOST_CHOICES = 100;
