import { workloadsOf } from "../identities/workloads";
import { type Link, possible } from "../link";
import { roleOf } from "../network/bastions";
import { hosts, profileOf } from "../network/hosts";
import type { Resource } from "../resource";
import type { Canvas } from "./canvas";
import { roleElsewhere } from "./elsewhere";

/** Under which roles things run. */
export function drawRunsAs(canvas: Canvas): void {
    for (const { resource, at, role } of workloadsOf(canvas.stack))
        run(canvas, resource, { resource, at: at.path }, role);
    for (const host of hosts(canvas.stack)) {
        const said = profileOf(host);
        if (said) run(canvas, host.resource, { resource: said.by, at: said.at.path }, roleOf(canvas.stack, host));
    }
}

function run(canvas: Canvas, runner: Resource, said: { resource: Resource; at: string }, role: Link): void {
    const from = canvas.idOf(runner);
    if (from === undefined) return;
    const via = [{ urn: said.resource.urn, path: said.at }];
    const awaits = role.kind === "candidates" ? [role.awaits] : [];
    const name = canvas.nodeOf(from)?.name ?? runner.name;
    for (const one of possible(role)) {
        const to = canvas.idOf(one);
        if (to !== undefined)
            canvas.line({ from, to, kind: "runs-as", says: `${name} runs under the role ${one.name}.`, via, awaits });
    }
    const to = role.kind === "outside" && role.reference !== "" ? roleElsewhere(canvas, role.reference) : undefined;
    if (to !== undefined)
        canvas.line({
            from,
            to: to.id,
            kind: "runs-as",
            says: `${name} runs under the role ${to.name}, which lives elsewhere.`,
            via,
        });
}
