import {
    CloudFormationStack,
    isLayerVersionArn,
    LambdaFunction,
    LambdaLayerVersion,
    layerArnOf,
    publishesForAws,
    ServerlessRepositoryCloudFormationStack,
    vendorOf,
} from "../../aws";
import { type Answer, answer, isUnknown, knownSuffix, no, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { ownAccounts } from "../identities/trust";
import { linked } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

/** A layer of a function, as the function names it. */
export interface CarriedLayer {
    readonly resource: Resource;
    readonly at: Value;
    /** It is made by this stack. */
    readonly isMadeHere: boolean;
}

/** What makes a layer in the account that it is deployed to. */
const MAKERS: ReadonlySet<string> = new Set([
    LambdaLayerVersion.token,
    CloudFormationStack.token,
    ServerlessRepositoryCloudFormationStack.token,
    "aws-native:lambda:LayerVersion",
]);

/** Every layer of every function. A list that is not known yet is one, for what goes into it. */
export const carriedLayers = fact([LambdaFunction], (stack): readonly CarriedLayer[] =>
    stack.ofType<unknown>(LambdaFunction).flatMap((resource) => layersOf(stack, resource)),
);

function layersOf(stack: Stack, resource: Resource): readonly CarriedLayer[] {
    const list = resource.root.get("layers");
    if (list.state === "absent") return [];
    const sources = resource.propertyDependencies["layers"] ?? [];
    const makers = sources.filter(({ type }) => MAKERS.has(type));
    if (list.state === "unknown")
        return [{ resource, at: list, isMadeHere: makers.length > 0 && makers.length === sources.length }];
    const layers = list.items() as readonly Value[];
    // Dependencies are kept for the list as a whole: each unknown layer is one of theirs where there are as many.
    const open = layers.filter(({ state }) => state === "unknown").length;
    return layers.map((at) => ({
        resource,
        at,
        isMadeHere:
            at.state === "unknown"
                ? makers.length >= open
                : linked(stack.link(resource, at, LambdaLayerVersion)) !== undefined,
    }));
}

/** Is it of an account that is neither the stack's own, nor AWS's, nor one of the given? `vendor`: whose it is known to be. */
export function isStrangers(
    stack: Stack,
    { resource, at, isMadeHere }: CarriedLayer,
    trusted: readonly string[],
): { readonly when: Answer; readonly vendor: string | undefined } {
    const text = at.partialText();
    const arn = text === undefined ? undefined : layerArnOf(text);
    if (isMadeHere || (at.state === "known" && !arn)) return { when: no, vendor: undefined };
    if (!arn || isUnknown(arn.account) || isUnknown(arn.partition))
        return { when: undecided(at.place), vendor: undefined };
    const { partition, account } = arn;
    if (account === "" || trusted.includes(account) || publishesForAws(partition, account))
        return { when: no, vendor: undefined };
    const vendor = vendorOf(partition, account);
    const role = resource.root.get("role").text()?.split(":")[4];
    const own = new Set([...ownAccounts(stack), ...(role === undefined ? [] : [role])]);
    if (own.has(account)) return { when: no, vendor: undefined };
    const isTold = own.size > 0 || vendor !== undefined;
    return { when: isTold ? yes : undecided(`${resource.name}.arn`), vendor };
}

/** Does it name no version of a layer? */
export function lacksVersion({ at, isMadeHere }: CarriedLayer): Answer {
    if (at.state === "known") return answer(!isLayerVersionArn(at.text() ?? ""));
    const end = knownSuffix(at.partialText() ?? "");
    if (/:layer:[\w-]+(?::(?!\d+$).*)?$/.test(end)) return yes;
    return isMadeHere || /:\d+$/.test(end) ? no : undecided(at.place);
}
