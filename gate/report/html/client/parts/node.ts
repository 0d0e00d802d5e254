import type { PageNetwork, PageNode, PagePart } from "../../common/data";
import { KIND_SYMBOLS } from "../../common/symbols";
import { count } from "../../common/words";
import { h, name } from "../dom";
import { icon, shape, symbol } from "../icons";
import { through } from "../map/reach";
import type { State } from "../state";
import { changeLinks } from "./change";
import { furtherEdges, related } from "./edge";
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
        section("Newly allowed", changeLinks(state, node.id)),
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
        furtherEdges(state, further(state, node.id)),
        section(
            `Stands for ${count((node.parts?.length ?? 0) + (node.urn === undefined ? 0 : 1), "resource")}`,
            (node.parts ?? []).map(partLine),
        ),
        node.urn !== undefined &&
            h("div", { class: "sect" }, h("h3", {}, "URN"), h("p", { class: "mono" }, name(node.urn))),
    );
}

/** What is lit with it and does not end at it. */
function further({ look }: State, id: string): readonly string[] {
    const direct = new Set([...look.into(id), ...look.from(id)].map((edge) => edge.id));
    return [...through(look, id).edges].filter((edge) => !direct.has(edge));
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
