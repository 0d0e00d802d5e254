import { joinedOf, RUN_TIME, type Said } from "../../calls";
import type { Core } from "./core";
import { type Flow, OF_DATA, one } from "./flow";
import { type Arguments, union, type Value } from "./values";

/** So many texts that are put together of others. */
const MOST_JOINED = 8;

/** All that a value says; what is no text is of the run time. */
export function saidsOf(value: Value): readonly Said[] {
    const said = [...value].map((atom): Said => (atom.is === "said" ? atom.said : RUN_TIME));
    const known = said.filter(({ is }) => is !== "run-time");
    return known.length === said.length && said.length > 0 ? known : [...known, RUN_TIME];
}

/** One after the other. */
export function joined(parts: readonly Value[], flow: Flow): Value {
    let ways: readonly Said[] = [{ is: "text", text: "" }];
    for (const part of parts) {
        const all = saidsOf(part);
        // Many ways of many parts are more than anybody wants to know.
        const said = ways.length * all.length > MOST_JOINED ? [RUN_TIME] : all;
        ways = ways.flatMap((before) => said.map((after) => joinedOf([before, after])));
    }
    return new Set(ways.map((way) => flow.said(way)));
}

const PERCENT = /(%(?:\([^)]*\))?[sdir])/;

/** `"%s-%(name)s" % right` */
export function percent(format: string, right: Value, core: Core): Value {
    let at = 0;
    const parts = format.split(PERCENT).map((part): Value => {
        if (!PERCENT.test(part)) return core.flow.text(part.replaceAll("%%", "%"));
        const key = /^%\(([^)]*)\)/.exec(part)?.[1] ?? String(at++);
        return union(
            ...[...right].map((atom) =>
                atom.is === "box" ? union(core.flow.read(core.slot(atom, key)), core.flow.read(atom.rest)) : one(atom),
            ),
        );
    });
    return joined(parts, core.flow);
}

/** `"{}-{name}".format(…)` */
export function formatted(format: string, args: Arguments, flow: Flow): Value {
    let at = 0;
    const parts = format.split(/(\{\{|\}\}|\{[^{}]*\})/).map((part): Value => {
        if (part === "{{" || part === "}}") return flow.text(part.slice(1));
        if (!/^\{[^{}]*\}$/.test(part)) return flow.text(part);
        const [name = ""] = part.slice(1, -1).split(/[!:.[]/);
        if (/^\d*$/.test(name)) {
            const place = name === "" ? at++ : Number(name);
            return args.positional[place] ?? (args.rest.size > 0 ? args.rest : OF_DATA);
        }
        return args.named.get(name) ?? (args.more.size > 0 ? args.more : OF_DATA);
    });
    return joined(parts, flow);
}
