import { Stack } from "../../model/graph";
import { Value } from "../../model/values";
import { type Program, unknown } from "../../pack/example";
import { register } from "./programs";

/** The graph of a program, as a stack policy sees it at the end of a preview. */
export function stackOf(program: Program, unknownOutputs = false): Stack {
    return new Stack(records(program, unknownOutputs));
}

/** The same, where the host tells which unknown properties the program gave. */
export function stackWithGiven(program: Program): Stack {
    return new Stack(
        records(program, false).map((record) => {
            const given = Object.entries(program[record.name]?.inputs ?? {}).filter(([, value]) => value === unknown);
            return { ...record, givenUnknowns: new Set(given.map(([key]) => key)) };
        }),
    );
}

function records(program: Program, unknownOutputs: boolean) {
    return register(program, "dev", unknownOutputs).map(({ outputs, ...resource }) => ({
        ...resource,
        root: new Value(outputs, "", { resource: resource.name }),
    }));
}
