/** How one node looks, and what it says to those who do not see it. */
import type { Severity } from "../../common/data";
import type { Cell } from "../../common/scene";
import { cut } from "../../common/shown";
import { KIND_SYMBOLS, SYMBOLS } from "../../common/symbols";
import { count, lastPart } from "../../common/words";
import type { Box } from "../../layout/layout";
import { h, name, replace } from "../dom";
import { icon, shape, symbol } from "../icons";
import { isLong } from "./measure";

const LANE_NOUNS = ["callers", "entries", "functions", "roles", "resources"];

export interface CellLook {
    readonly severity: Severity | undefined;
    readonly findings: number;
    readonly fact: string | undefined;
    readonly isLit: boolean;
    readonly isCurrent: boolean;
    readonly isCovered: boolean;
    /** How much is newly allowed here. */
    readonly changes: number;
}

export function dress(button: HTMLElement, { node, group, lane }: Cell, look: CellLook, { width }: Box): void {
    const title = node?.name ?? lastPart(group?.name ?? "");
    const many = group?.nodes.length ?? 0;
    const sub = node?.sub ?? `${many} ${LANE_NOUNS[lane] ?? "resources"}`;
    const { severity, findings, fact } = look;
    const isTwoLines = isLong(title, width);
    button.className = [
        "n",
        node?.isOutside && "out",
        node?.isWild && "wild",
        node?.isElsewhere && "away",
        group && "grp",
        severity && `s-${severity}`,
        fact !== undefined && "capped",
        look.isLit && "lit",
        look.isCovered && "covered",
    ]
        .filter(Boolean)
        .join(" ");
    const said = [
        node?.kindName ?? "Group",
        cut(title, 120),
        group && `${many} ${LANE_NOUNS[lane]}`,
        node?.isElsewhere && "in another stack",
        findings > 0 && `${count(findings, "finding")}, ${severity} at worst`,
        look.isCovered && "covered by the wildcard",
        look.changes > 0 && `${look.changes} newly allowed`,
    ];
    button.setAttribute("aria-label", said.filter(Boolean).join(", "));
    button.title = title.length > 24 ? cut(title, 300) : "";
    if (look.isCurrent) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    if (group) button.setAttribute("aria-expanded", "false");
    replace(
        button,
        icon(node ? KIND_SYMBOLS[node.kind] : SYMBOLS.layers),
        h("span", { class: "t" }, h("b", {}, name(cut(title, 60))), !isTwoLines && h("small", {}, name(cut(sub, 60)))),
        fact !== undefined && h("span", { class: "cap" }, cut(fact, 220)),
        severity && h("span", { class: `p c-${severity}` }, shape(severity), findings > 1 && String(findings)),
        look.changes > 0 && h("span", { class: "fresh" }, symbol("plus"), look.changes > 1 && String(look.changes)),
    );
}
