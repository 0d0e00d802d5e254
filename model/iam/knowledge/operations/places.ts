import { arnFormats, isUnusual, resourceTypesOf } from "../actions";
import { type Given, isGiven } from "./given";
import type { ServiceNeeds } from "./needs/need";

/** How the parameters name a resource: it is what one of them says, and what lies below it. */
export interface Place {
    readonly by: readonly string[];
    readonly below?: string;
}

/** Names that say no type. */
const ANY_NAME = ["name", "names", "id", "ids", "arn", "arns", "identifier", "resource", "resourcearn", "resourceid"];
const ENDINGS = ["", "s", "name", "names", "arn", "arns", "id", "ids", "identifier", "identifiers", "url"];

/**
 * The parameters that name what the action is asked of: those of the service's table, or those that are called as the
 * action's resource types are (`stateMachineArn`, `QueueUrl`, `DistributionId`). An action of several types is asked of one resource each.
 * None where the parameters tell nothing, or the action has no resource-level permissions.
 */
export function placesOf(
    action: string,
    given: Given | undefined,
    types: ServiceNeeds["types"] = {},
): readonly Place[] {
    const prefix = action.slice(0, action.indexOf(":"));
    const wanted = resourceTypesOf(action)
        .map(({ type }) => type)
        .filter((type) => !isUnusual(type));
    const names = [...(given?.keys() ?? [])];
    const found = wanted.flatMap((type): readonly Place[] => {
        const own = Object.hasOwn(types, type) ? types[type] : undefined;
        const by = (own?.by ?? names.filter((name) => isCalled(name, stems(prefix, type)))).filter(
            (name) => isGiven(given, name) !== false,
        );
        return by.length > 0 ? [{ ...own, by }] : [];
    });
    const distinct = found.filter((place, at) => found.findIndex(({ by }) => by.join() === place.by.join()) === at);
    if (distinct.length > 0) return distinct;
    const named = wanted.length > 0 ? names.filter((name) => ANY_NAME.includes(plain(name))) : [];
    return named.length > 0 ? [{ by: named }] : [];
}

/** What a type and the last variable of its ARNs are called, without their endings: `statemachine`, `hostedzone`, `topic`. */
function stems(prefix: string, type: string): readonly string[] {
    const last = arnFormats(prefix, type).map((format) => format.match(/\$\{(\w+)\}(?!.*\$\{)/)?.[1] ?? "");
    return [type, ...last]
        .map((name) => plain(name))
        .flatMap((name) => [name, name.replace(/(name|id|arn|identifier)$/, "")])
        .filter((name) => name.length > 1 && !ANY_NAME.includes(name));
}

function isCalled(name: string, stems: readonly string[]): boolean {
    return stems.some((stem) => plain(name).startsWith(stem) && ENDINGS.includes(plain(name).slice(stem.length)));
}

function plain(name: string): string {
    return name.replace(/[^A-Za-z\d]/g, "").toLowerCase();
}
