import type { PageEdge, PageNetwork, PageNode, PagePart } from "../../common/data";
import { KIND_SYMBOLS } from "../../common/symbols";
import { count, worst } from "../../common/words";
import { h, name } from "../dom";
import { icon, shape, symbol } from "../icons";
import type { State } from "../state";
import { findingEntry } from "./finding";
import { placeButton } from "./place";

/** A node: its findings, who gets here, where it leads, what it stands for. */
export function nodeDetail(state: State, node: PageNode): HTMLElement {
    const { look, data } = state;
    const findings = look.findingsOf(node.id);
    const network = data.networks.find(({ id }) => id === node.network);
    const ways = look.waysThrough(node.id);
    const into = look.into(node.id);
    const from = look.from(node.id);
    const what = [
        node.kindName,
        node.sub !== node.kindName && node.sub,
        node.isElsewhere && "in another stack",
        network && `in ${network.name}`,
    ];
    return h(
        "div",
        {},
        h(
            "a",
            { class: "back", href: state.to("map"), "data-back": "node" },
            symbol("back"),
            data.isDrawn ? "The whole system" : "All resources",
        ),
        h(
            "div",
            { class: "ent" },
            h("span", { class: "ic" }, icon(KIND_SYMBOLS[node.kind])),
            h(
                "div",
                {},
                h("h2", { tabindex: "-1" }, name(node.name)),
                h("p", { class: "muted" }, what.filter(Boolean).join(" · ")),
                placeButton(node.place),
                look.roles.has(node.id) &&
                    h("p", {}, h("a", { href: state.to("role", undefined, node.id) }, "What may it do?")),
            ),
        ),
        section(
            "Findings",
            findings.map((one) => findingEntry(state, one, false)),
            "Nothing is found here.",
        ),
        section(
            "Open ways in through here",
            ways
                .slice(0, 12)
                .map((way) =>
                    h(
                        "a",
                        { class: "rel", href: state.to("map", "way", way.id) },
                        way.severity ? shape(way.severity) : symbol("target"),
                        h(
                            "span",
                            { class: "tt" },
                            look.nameOf(way.chain[0] ?? ""),
                            " → ",
                            look.nameOf(way.ends[0] ?? way.chain.at(-1) ?? ""),
                        ),
                    ),
                ),
        ),
        section(
            "Covers these by its wildcard",
            (node.covers ?? []).map((id) => related(state, id, undefined)),
        ),
        section(
            "Who gets here",
            into.map((edge) => related(state, edge.from, edge)),
        ),
        section(
            "Where it leads",
            from.map((edge) => related(state, edge.to, edge)),
        ),
        section(
            `Stands for ${count((node.parts?.length ?? 0) + (node.urn === undefined ? 0 : 1), "resource")}`,
            (node.parts ?? []).map(partLine),
        ),
        node.urn !== undefined &&
            h("div", { class: "sect" }, h("h3", {}, "URN"), h("p", { class: "mono" }, name(node.urn))),
    );
}

/** A network: what is found of its subnets, routes and groups, and what stands in it. */
export function networkDetail(state: State, network: PageNetwork): HTMLElement {
    const { look, data } = state;
    const within = data.nodes.filter((node) => node.network === network.id);
    return h(
        "div",
        {},
        h("a", { class: "back", href: state.to("map"), "data-back": "node" }, symbol("back"), "The whole system"),
        h(
            "div",
            { class: "ent" },
            h("span", { class: "ic" }, symbol("network")),
            h(
                "div",
                {},
                h("h2", { tabindex: "-1" }, name(network.name)),
                h("p", { class: "muted" }, "Network · ", network.sub),
                placeButton(network.place),
            ),
        ),
        section(
            "Findings",
            look.findingsOf(network.id).map((one) => findingEntry(state, one, false)),
            "Nothing is found here.",
        ),
        section(
            "Stands in it",
            within.map(({ id }) => related(state, id, undefined)),
            "Nothing of this stack.",
        ),
        section("Made of", (network.parts ?? []).map(partLine)),
    );
}

function partLine(part: PagePart): HTMLElement {
    return h("p", { class: "part" }, h("small", {}, part.type), " ", name(part.name), placeButton(part.place));
}

function section(title: string, entries: readonly HTMLElement[], none?: string): HTMLElement | false {
    if (entries.length === 0 && none === undefined) return false;
    return h(
        "div",
        { class: "sect" },
        h("h3", {}, title, entries.length > 0 && h("span", { class: "count" }, entries.length)),
        entries.length > 0 ? entries : h("p", { class: "muted" }, none ?? ""),
    );
}

/** Somebody at the other end of an edge, with what the edge says. */
export function related(state: State, id: string, edge: PageEdge | undefined): HTMLElement {
    const { look } = state;
    const node = look.nodes.get(id);
    const severity =
        edge &&
        worst(
            look
                .findingsOn(edge.id)
                .filter(({ isAccepted }) => !isAccepted)
                .map((one) => one.severity),
        );
    return h(
        "div",
        { class: "rel" },
        icon(KIND_SYMBOLS[node?.kind ?? "other"]),
        h(
            "div",
            {},
            h("a", { class: "tt", href: state.to("map", "node", id) }, name(node?.name ?? "")),
            severity && [" ", shape(severity)],
            edge && h("p", { class: "say" }, edge.says),
            edge && chips(edge),
        ),
    );
}

function chips({ isOpen, guard, isWide, awaits, closes }: PageEdge): HTMLElement | false {
    const all = [
        isOpen && h("span", { class: "chip open" }, "Open"),
        guard !== undefined && h("span", { class: "chip" }, guard),
        isWide && h("span", { class: "chip wide" }, "By a wildcard"),
        awaits && h("span", { class: "chip ask" }, `Undecided: waits for ${awaits.join(", ")}`),
    ];
    if (!all.some(Boolean) && closes === undefined) return false;
    return h(
        "p",
        { class: "chips" },
        all,
        closes !== undefined && h("span", { class: "closes" }, h("b", {}, "Close it: "), closes),
    );
}
