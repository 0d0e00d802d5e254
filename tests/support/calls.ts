/** Functions of which a test says what they call, as a reader of code would: a file of their archive holds it. */
import { LambdaFunction } from "../../model/aws";
import type { Calls, Said, ServiceCall } from "../../model/code/calls";
import { CodeReader } from "../../model/code/reader";
import { archive, type Declaration, declare, ref } from "../../pack";

const FILE = "calls.json";
const read = CodeReader.prototype.calls;

CodeReader.prototype.calls = function calls(code, names): Calls {
    const said = code.code.kind === "assets" ? code.code.assets.get(FILE) : undefined;
    if (said?.kind !== "text") return read.call(this, code, names);
    const { calls: told, open } = JSON.parse(said.text) as { calls: [string, object][]; open: string[] };
    return { calls: told.map(callOf), open };
};

function callOf([name, parameters]: [string, object], index: number): ServiceCall {
    const [service = "", operation = ""] = name.replace("?", "").split(":");
    const entries = Object.entries(parameters).map(([key, value]) => [key, saidOf(value)] as const);
    return {
        service,
        operation,
        parameters: new Map(entries),
        file: "index.js",
        line: index + 1,
        certain: !name.endsWith("?"),
    };
}

/** `$NAME` is a variable, `*` what only the event knows; a list is one after the other. */
function saidOf(value: unknown): Said {
    if (Array.isArray(value)) return { is: "joined", parts: value.map(saidOf) };
    const text = String(value);
    if (text === "*") return { is: "run-time" };
    return text.startsWith("$") ? { is: "variable", name: text.slice(1) } : { is: "text", text };
}

export interface Caller {
    /** `dynamodb:GetItem` with its parameters; with a `?` behind it, a call that is not certain. */
    readonly calls: readonly (readonly [string, object])[];
    readonly variables?: Readonly<Record<string, unknown>>;
    readonly open?: readonly string[];
}

/** A function with this role whose code calls that. */
export function calling(
    { calls, variables = {}, open = [] }: Caller,
    role: unknown = ref("role.arn"),
    more: object = {},
): Declaration {
    return declare(LambdaFunction, {
        role,
        handler: "index.handler",
        runtime: "nodejs22.x",
        environment: { variables },
        code: archive({ [FILE]: JSON.stringify({ calls, open }) }),
        ...more,
    } as never);
}
