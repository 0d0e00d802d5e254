import { alwaysMarked, type GivenSecret, secretsGiven, secretTakingTypes } from "../../aws";
import { suspectsIn } from "../../secrets";
import { type Answer, all, answer, not, propertyOf, undecided, type Value, valueAt } from "../../values";
import { type Fact, fact } from "../fact";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { provenanceOf } from "./provenance";

/**
 * Where a secret comes from that a service is given.
 *
 * - `value`: it stands there as a value, though AWS takes it another way; or no mark shows that it came from configuration.
 * - `hidden`: AWS takes nothing but the value, and the SDK's own mark hides whether it came from configuration.
 * - `elsewhere`: another resource or the configuration has it, and AWS takes it another way.
 */
export type Way = "value" | "hidden" | "elsewhere";

/** A secret that a service is given as a value. */
export interface GivenValue {
    readonly at: Value;
    readonly is: Answer;
    readonly way: Way;
    readonly instead: string | undefined;
}

interface GivenInStack extends GivenValue {
    readonly resource: Resource;
}

/** Those of one resource where AWS would make one if none were given: of these the inputs alone tell. */
export function generatedSecrets(type: string, root: Value): readonly GivenValue[] {
    return secretsGiven(type, root)
        .filter(({ input }) => input.isGenerated === true)
        .map((given) => ({ ...givenValue(given), way: given.at.state === "unknown" ? "elsewhere" : "value" }));
}

/** All others of a stack, in which it shows what comes from where. */
export const givenSecrets: Fact<readonly GivenInStack[]> = fact(secretTakingTypes(), (stack) =>
    stack.ofType(...secretTakingTypes()).flatMap((resource) =>
        secretsGiven(resource.type, resource.root)
            .filter(({ input, at }) => !input.isGenerated && isInput(resource, at))
            .flatMap((given) => judged(stack, resource, given) ?? []),
    ),
);

function givenValue({ input, at, isOther }: GivenSecret): Omit<GivenValue, "way"> {
    const isThere = at.state === "unknown" && input.isText ? undecided(at.place) : answer(isSecretText(input, at));
    return { at, is: all(isThere, not(isOther)), instead: input.instead };
}

function isSecretText({ isText }: GivenSecret["input"], at: Value): boolean {
    return isText !== true || [...suspectsIn("url", at)].some(({ is }) => is.is === "yes");
}

function isInput(resource: Resource, at: Value): boolean {
    return inputOf(resource, at.path.replace(/\[.*$/, "")).state !== "absent";
}

function judged(stack: Stack, resource: Resource, given: GivenSecret): GivenInStack | undefined {
    const { at, input } = given;
    const name = input.paths[0]?.split(".").at(-1) ?? "";
    const { is } = provenanceOf(resource, name, at);
    const value = givenValue(given);
    const isPassedOn = (resource.propertyDependencies[at.path] ?? []).length > 0;
    if (at.state === "unknown" || is.is === "yes" || isPassedOn) {
        // A name, an id or an ARN that another resource gives out; or the only way that there is.
        if (input.instead === undefined || (at.state === "unknown" && is.is === "no")) return undefined;
        const open = isBelowUnknown(resource.root, at) ? undecided(at.place) : answer(true);
        return { ...value, resource, way: "elsewhere", is: all(value.is, open) };
    }
    const showsOrigin = stack.showsMarks && !alwaysMarked(resource.type).includes(propertyOf(at.path));
    return { ...value, resource, way: input.instead !== undefined || showsOrigin ? "value" : "hidden" };
}

/** Is not even known whether something stands at the place? */
function isBelowUnknown(root: Value, at: Value): boolean {
    const steps = at.path.split(".");
    return steps.slice(1).some((_, index) => valueAt(root, steps.slice(0, index + 1).join(".")).state === "unknown");
}
