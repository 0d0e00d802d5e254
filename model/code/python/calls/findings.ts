import type { Calls, ServiceCall } from "../../calls";
import type { Place } from "./core";

type Found = Omit<ServiceCall, "file" | "line">;

/** What was found, by the place and the evaluation that found it: what an evaluation says takes the place of what the one before it said. */
export class Findings {
    private readonly reasons = new Set<string>();
    private readonly reasonsAt = new Map<object, Map<string, string | undefined>>();
    private readonly callsAt = new Map<object, Map<number, { readonly run: number; readonly all: ServiceCall[] }>>();

    private readonly foreignAt = new Map<object, Map<number, Set<string>>>();

    open(reason: string): void {
        this.reasons.add(reason);
    }

    /** The same place may ask with other credentials: whichever of its clients it is, no call there is certain. */
    foreign({ node, frame }: Place, service: string, operation: string): void {
        const known = this.foreignAt.get(node) ?? new Map<number, Set<string>>();
        this.foreignAt.set(node, known);
        known.set(frame.id, (known.get(frame.id) ?? new Set()).add(`${service} ${operation}`));
    }

    openAt({ node, frame }: Place, kind: string, reason: string | undefined): void {
        const known = this.reasonsAt.get(node) ?? new Map<string, string | undefined>();
        this.reasonsAt.set(node, known.set(`${frame.id} ${kind}`, reason));
    }

    calls({ node, at, frame }: Place, call: Found): void {
        const { id, unit, module } = frame;
        const found = this.callsAt.get(node) ?? new Map<number, { run: number; all: ServiceCall[] }>();
        this.callsAt.set(node, found);
        const before = found.get(id);
        const all = before?.run === unit.runs ? before.all : [];
        found.set(id, { run: unit.runs, all });
        all.push({ ...call, file: module.file, line: module.program.line(at) });
    }

    all(): Calls {
        const calls = new Map<string, ServiceCall>();
        for (const [node, frames] of this.callsAt)
            for (const call of [...frames].flatMap(([frame, { all }]) => this.doubted(node, frame, all))) {
                const parameters = call.parameters && [...call.parameters].sort(([a], [b]) => (a < b ? -1 : 1));
                const key = JSON.stringify([call.file, call.line, call.service, call.operation, parameters]);
                const before = calls.get(key);
                calls.set(key, before ? { ...call, certain: call.certain && before.certain } : call);
            }
        const open = new Set(this.reasons);
        for (const reasons of this.reasonsAt.values())
            for (const reason of reasons.values()) if (reason !== undefined) open.add(reason);
        return {
            calls: [...calls.values()].sort(
                (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line,
            ),
            open: [...open].sort(),
        };
    }

    private doubted(node: object, frame: number, calls: readonly ServiceCall[]): readonly ServiceCall[] {
        const foreign = this.foreignAt.get(node)?.get(frame);
        if (foreign === undefined) return calls;
        return calls.map((call) =>
            foreign.has(`${call.service} ${call.operation}`) ? { ...call, certain: false } : call,
        );
    }
}
