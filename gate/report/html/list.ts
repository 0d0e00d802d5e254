import type { Besides } from "../format";
import type { StackData } from "./common/data";
import type { StackList, StackRow } from "./common/list-data";
import { newlyAllowed, openOf, severityCounts } from "./common/words";
import { idOf } from "./ids";

/** A row for each stack, in the order of the reports. */
export function stackList(stacks: readonly StackData[], { failures = [], shard }: Besides): StackList {
    const seen = new Map<string, number>();
    const rows = stacks.map((data) => {
        const row = rowOf(data);
        const before = seen.get(row.key) ?? 0;
        seen.set(row.key, before + 1);
        return before === 0 ? row : { ...row, key: `${row.key}-${before + 1}` };
    });
    return { stacks: rows, failures, ...(shard && { shard }) };
}

function rowOf(data: StackData): StackRow {
    const open = openOf(data.findings);
    return {
        key: idOf(data.project, data.stack, data.record),
        project: data.project,
        stack: data.stack,
        record: data.record,
        resources: data.resources,
        stops: open.filter(({ level }) => level === "mandatory").length,
        severities: severityCounts(open),
        ways: data.ways.length,
        undecided: data.undecided.length,
        accepted: data.findings.length - open.length,
        ...(data.changes && { newly: newlyAllowed(data.changes).length }),
    };
}
