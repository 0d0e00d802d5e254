/** Turns programs written as data into what the engine would send a pack for them. */
import { syntheticCloud } from "../../gate/synthetic";
import { UNKNOWN } from "../../model/values";
import { type Declaration, JsonText, Marked, type Program, Ref, unknown } from "../../pack/example";

export interface RegisteredResource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** As validateResource sees them: checked inputs; secrets in the wire's form. */
    readonly inputs: Record<string, unknown>;
    /** As validateStack sees them. */
    readonly outputs: Record<string, unknown>;
    readonly parent?: string;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    readonly protect: boolean;
}

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** For an example's input: nobody gave it, and what the provider computes in its place is not known before the deployment. */
export const computed = Symbol("computed") as typeof unknown;

/** Registers a program's resources in the order that their references ask for. */
export function register(
    program: Program,
    stack: string,
    unknownOutputs: boolean,
    region = "us-east-1",
): readonly RegisteredResource[] {
    const cloud = syntheticCloud({ unknownOutputs });
    const done = new Map<string, RegisteredResource>();
    const urnOf = (name: string): string => {
        const declaration = program[name];
        if (!declaration) throw new Error(`the example refers to ${name}, which it does not declare`);
        return `urn:pulumi:${stack}::example::${typesTo(name)}::${name}`;
    };
    // As the engine writes it: the types of its parents, then its own.
    const typesTo = (name: string): string => {
        const { type, options } = program[name] as Declaration;
        return options.parent === undefined ? type.token : `${typesTo(options.parent)}$${type.token}`;
    };

    const visit = (name: string): RegisteredResource => {
        const before = done.get(name);
        if (before) return before;
        const declaration = program[name] as Declaration;
        const urn = urnOf(name);
        const { inputs: given, edges } = resolve(declaration.inputs as Record<string, unknown>, visit, urnOf);
        const type = declaration.type.token;
        const provider = { package: type.split(":")[0] ?? "aws", inputs: { region } };
        const asked = withoutComputed(given) as Record<string, unknown>;
        const inputs = cloud.check({ urn, type, name, inputs: asked, provider }) as Record<string, unknown>;
        const { id, outputs: made } = cloud.create({ urn, type, name, inputs, provider });
        const outputs = withComputed(made, given) as Record<string, unknown>;
        const { parent, dependsOn = [], protect = false } = declaration.options;
        const resource: RegisteredResource = {
            urn,
            type,
            name,
            inputs,
            outputs: { ...outputs, id },
            ...(parent !== undefined && { parent: urnOf(parent) }),
            dependencies: [...new Set([...Object.values(edges).flat(), ...dependsOn.map(urnOf)])],
            propertyDependencies: edges,
            protect,
        };
        done.set(name, resource);
        return resource;
    };
    for (const name of Object.keys(program)) visit(name);
    return [...done.values()];
}

/** A program's references, in both forms that matter: does anything in it refer to an output? */
export function refersToOutputs(program: Program): boolean {
    const holds = (node: unknown): boolean => {
        if (node instanceof Ref) return true;
        if (node instanceof JsonText || node instanceof Marked) return holds(node.value);
        if (Array.isArray(node)) return node.some(holds);
        return typeof node === "object" && node !== null && Object.values(node).some(holds);
    };
    return Object.values(program).some((declaration) => holds(declaration.inputs));
}

/** An output within a text, which takes over its mark, and is unknown where it is. */
function within(output: unknown, { before, after }: Ref): unknown {
    if (output === UNKNOWN) return output;
    if (typeof output === "object" && output !== null && (output as Record<string, unknown>)[SIGNATURE] === SECRET) {
        const secret = output as { readonly value: unknown };
        return { ...secret, value: within(secret.value, new Ref("", before, after)) };
    }
    return `${before}${String(output)}${after}`;
}

function withoutComputed(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(withoutComputed);
    if (typeof node !== "object" || node === null) return node;
    const kept = Object.entries(node).filter(([, below]) => below !== computed);
    return Object.fromEntries(kept.map(([key, below]) => [key, withoutComputed(below)]));
}

/** What was made, with an unknown wherever the example says that the provider computes it. */
function withComputed(made: unknown, given: unknown): unknown {
    if (given === computed) return UNKNOWN;
    if (Array.isArray(given) && holdsComputed(given))
        return given.map((one, index) => withComputed((made as unknown[] | undefined)?.[index], one));
    if (typeof given !== "object" || given === null || !holdsComputed(given)) return made;
    const below = Object.entries(given).map(([key, value]) => [
        key,
        withComputed((made as Record<string, unknown> | undefined)?.[key], value),
    ]);
    return { ...(made as object | undefined), ...Object.fromEntries(below) };
}

function holdsComputed(node: unknown): boolean {
    if (node === computed) return true;
    return typeof node === "object" && node !== null && Object.values(node).some(holdsComputed);
}

function resolve(
    given: Record<string, unknown>,
    visit: (name: string) => RegisteredResource,
    urnOf: (name: string) => string,
): { inputs: Record<string, unknown>; edges: Record<string, string[]> } {
    const edges: Record<string, string[]> = {};
    const inputs: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(given)) {
        const dependencies = new Set<string>();
        const concrete = (node: unknown): unknown => {
            if (node === computed) return node;
            if (node === unknown) return UNKNOWN;
            if (node instanceof Ref) {
                const [name = "", ...path] = node.target.split(".");
                dependencies.add(urnOf(name));
                const output = path.reduce<unknown>(
                    (at, step) => (at as Record<string, unknown>)?.[step],
                    visit(name).outputs,
                );
                if (output === undefined) throw new Error(`${node.target} is no output of ${name}`);
                return node.before === "" && node.after === "" ? output : within(output, node);
            }
            if (node instanceof JsonText) {
                const text = JSON.stringify(concrete(node.value));
                return text.includes(UNKNOWN) ? UNKNOWN : text;
            }
            if (node instanceof Marked) return { [SIGNATURE]: SECRET, value: concrete(node.value) };
            if (Array.isArray(node)) return node.map(concrete);
            if (typeof node === "object" && node !== null) {
                return Object.fromEntries(Object.entries(node).map(([inner, below]) => [inner, concrete(below)]));
            }
            return node;
        };
        if (value === undefined) continue;
        inputs[key] = concrete(value);
        if (dependencies.size > 0) edges[key] = [...dependencies];
    }
    return { inputs, edges };
}
