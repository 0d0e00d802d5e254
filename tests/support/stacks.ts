import { Stack } from "../../model/graph";
import { Value } from "../../model/values";
import type { Program } from "../../pack/example";
import { register } from "./programs";

/** The graph of a program, as a stack policy sees it at the end of a preview. */
export function stackOf(program: Program, unknownOutputs = false): Stack {
    return new Stack(
        register(program, "dev", unknownOutputs).map(({ outputs, ...resource }) => ({
            ...resource,
            root: new Value(outputs, "", { resource: resource.name }),
        })),
    );
}
