/** What the functions of a stack ask of AWS, by their code. */
import { LambdaAlias, LambdaFunction } from "../../aws";
import { OPEN, type ServiceCall } from "../../code";
import type { Value } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { asRun, type FunctionInputs, packagedCodeOf, readerOf } from "./function-code";
import { doneByLayer } from "./known-layers";
import { sdkNames } from "./sdk-names";

/** Why a function may call more than what is known, and the property that makes it so. */
export interface Open {
    readonly at: Value;
    readonly reason: string;
}

/** All that is known of what a function asks of AWS. */
export interface FunctionCalls {
    readonly holder: Resource<FunctionInputs>;
    readonly calls: readonly ServiceCall[];
    /** Empty where these are all. */
    readonly open: readonly Open[];
}

/** The languages that are read. */
const LANGUAGES = /^(?:nodejs|python)\d/;

/** Reads each function when it is asked for, once. `folder`: the program's, where somebody said it. */
export function callsOf(stack: Stack, holder: Resource<FunctionInputs>, folder?: string): FunctionCalls {
    return stack.onceFor(`calls ${folder ?? ""}`, holder, () => read(stack, holder, folder));
}

function read(stack: Stack, holder: Resource<FunctionInputs>, folder: string | undefined): FunctionCalls {
    const { handler, runtime, packageType } = holder.inputs;
    const imageUri = inputOf(holder, "imageUri");
    const [code, place] = packagedCodeOf(stack, holder);
    const besides = [...besidesCode(stack, holder)];
    const only = (at: Value, reason: string): FunctionCalls => ({
        holder,
        calls: [],
        open: [{ at, reason }, ...besides],
    });
    if (packageType.text() === "Image" || imageUri.state !== "absent") return only(imageUri, OPEN.image);
    if (runtime.state === "known" && !LANGUAGES.test(runtime.text() ?? "")) return only(runtime, OPEN.runtime);
    const unknown = [handler, runtime, place].find(({ state }) => state === "unknown");
    if (unknown) return only(unknown, OPEN.later);
    if (!code || code.kind === "remote" || runtime.state === "absent") return only(place, OPEN.elsewhere);
    const { calls, open } = readerOf(stack).calls(asRun(holder, code, 0, folder), sdkNames);
    return { holder, calls, open: [...open.map((reason) => ({ at: place, reason })), ...besides] };
}

/** Variables by which the runtime, or an SDK, does something else than what the code says. */
const TURNED: readonly (readonly [RegExp, string])[] = [
    [/^AWS_LAMBDA_EXEC_WRAPPER$/, OPEN.process],
    [/^(?:NODE_OPTIONS|PYTHONSTARTUP|PYTHONPATH|LD_PRELOAD)$/, OPEN.module],
    [/^AWS_ENDPOINT_URL(?:_|$)/, OPEN.endpoint],
    [
        /^AWS_(?:PROFILE|CONFIG_FILE|SHARED_CREDENTIALS_FILE|ROLE_ARN|WEB_IDENTITY_TOKEN_FILE|CONTAINER_CREDENTIALS_\w+)$/,
        OPEN.credentials,
    ],
];

/** How all of them begin: most variables are a program's own. */
const MAY_TURN = /^(?:AWS_|NODE_|PYTHON|LD_)/;

/** What runs with the code, or in its place. */
function* besidesCode(stack: Stack, holder: Resource<FunctionInputs>): Iterable<Open> {
    const layers = inputOf(holder, "layers");
    const isKnown = layers.items().every((layer) => doneByLayer(String(layer.known() ?? "")) !== undefined);
    if (layers.state === "unknown" || !isKnown) yield { at: layers, reason: OPEN.layers };
    const variables = inputOf(holder, "environment").get("variables");
    if (variables.state === "unknown") yield { at: variables, reason: OPEN.environment };
    for (const name of variables.keys()) {
        if (!MAY_TURN.test(name)) continue;
        for (const [variable, reason] of TURNED) if (variable.test(name)) yield { at: variables.get(name), reason };
    }
    for (const alias of aliasesByFunction(stack).get(holder) ?? []) {
        const { functionVersion, routingConfig } = alias.inputs;
        if (isOlder(holder, alias, functionVersion)) yield { at: functionVersion, reason: OPEN.version };
        if (routingConfig.state !== "absent") yield { at: routingConfig, reason: OPEN.version };
    }
}

const aliasesByFunction = fact([LambdaAlias, LambdaFunction], (stack) =>
    grouped(
        stack.ofType(LambdaAlias).map((alias) => {
            const named = linked(stack.link(alias, alias.inputs.functionName, LambdaFunction));
            return [alias, named ? [named as Resource] : []];
        }),
    ),
);

/** Is it a version that is written down, and none that this deployment makes? */
function isOlder(holder: Resource, alias: Resource, version: Value): boolean {
    const text = version.text();
    if (text === undefined || text === "$LATEST" || text === holder.root.get("version").text()) return false;
    return !(alias.propertyDependencies["functionVersion"] ?? []).includes(holder);
}
