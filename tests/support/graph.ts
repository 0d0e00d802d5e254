/** Builds the graph of a program that is written as data, with or without the outputs that a preview cannot know. */
import { type Resource, Stack } from "../../model/graph";
import { describePackaged, isRecord, type Packaged, Value } from "../../model/values";
import type { Program } from "../../pack";
import { register } from "./programs";

export interface Graph {
    readonly stack: Stack;
    /** The one resource of that name. */
    resource(name: string): Resource;
}

export function graphOf(program: Program, unknownOutputs = false): Graph {
    const records = register(program, "dev", unknownOutputs).map((one) => {
        describeCode(one.outputs["code"]);
        return { ...one, root: new Value(one.outputs, "", { resource: one.name }) };
    });
    const stack = new Stack(records);
    return {
        stack,
        resource(name) {
            const found = stack.resources.find((one) => one.name === name);
            if (!found) throw new Error(`the program declares no ${name}`);
            return found;
        },
    };
}

/** As the SDK's objects are described where a pack is asked. */
function describeCode(code: unknown): void {
    if (!isRecord(code) || !isRecord(code["assets"])) return;
    const assets = Object.entries(code["assets"]).map(([name, asset]): [string, Packaged] => {
        const text = isRecord(asset) ? String(asset["text"]) : "";
        return [name, { kind: "text", text }];
    });
    describePackaged(code, { kind: "assets", assets: new Map(assets) });
}

/** A link in a word: the resource it leads to, or its kind with what it waits for or names. */
export function told(link: { readonly kind: string }): string {
    const { kind, resource, resources, awaits, reference } = link as {
        kind: string;
        resource?: Resource;
        resources?: readonly Resource[];
        awaits?: string;
        reference?: string;
    };
    if (resource) return resource.name;
    const detail = resources
        ? `${resources.map(({ name }) => name).join(" or ")}, by ${awaits}`
        : (awaits ?? reference);
    return detail === undefined ? kind : `${kind}: ${detail}`;
}
