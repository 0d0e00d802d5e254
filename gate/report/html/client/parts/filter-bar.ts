import { count, eachOf } from "../../common/words";
import { h } from "../dom";
import { filtered } from "../filters";
import type { State } from "../state";

/** Text, policy, level, what a baseline and a comparison say; and how many findings that leaves. */
export class FilterBar {
    readonly element: HTMLElement;
    private readonly text: HTMLInputElement;
    private readonly policy: HTMLSelectElement;
    private readonly level: HTMLSelectElement;
    private readonly status: HTMLSelectElement;
    private readonly change: HTMLSelectElement;
    private readonly said = h("span", { class: "said", role: "status" });
    private readonly clear: HTMLElement;

    constructor(private readonly state: State) {
        const { data } = state;
        this.text = h("input", {
            type: "text",
            placeholder: "Resource or text",
            "aria-label": "Resource or text",
            spellcheck: "false",
            oninput: () => state.filter({ text: this.text.value }),
        });
        const used = new Set(eachOf(data.findings).map(({ policy }) => policy));
        const policies = [...used]
            .sort((a, b) => a - b)
            .map((at) => [String(at), data.policies[at]?.name ?? ""] as const);
        this.policy = choice("Policy", [["", "Every policy"], ...policies], (policy) => state.filter({ policy }));
        this.level = choice(
            "Level",
            [
                ["", "Every level"],
                ["mandatory", "Stops the deployment"],
                ["advisory", "Advice"],
            ],
            (level) => state.filter({ level: level as "" }),
        );
        this.status = choice(
            "Baseline",
            [
                ["new", "New"],
                ["accepted", "Accepted by the baseline"],
                ["", "New and accepted"],
                ["gone", `Gone (${data.gone?.length ?? 0})`],
            ],
            (status) => state.filter({ status: status as "" }),
        );
        this.change = choice(
            "Change",
            [
                ["", "New or not"],
                ["new", "New by this change"],
            ],
            (change) => state.filter({ change: change as "" }),
        );
        this.clear = h("button", { type: "button", class: "textb", onclick: () => this.clearAll() }, "Clear filters");
        this.element = h(
            "div",
            { class: "filtered" },
            h(
                "div",
                { class: "filters" },
                this.text,
                this.policy,
                this.level,
                data.gone && this.status,
                data.changes && this.change,
            ),
            h("p", { class: "clear" }, this.said, this.clear),
        );
        state.onFilters(() => this.update());
        this.update();
    }

    private clearAll(): void {
        this.state.clearFilters();
        this.text.focus({ preventScroll: true });
    }

    private update(): void {
        const { filters, data } = this.state;
        for (const [field, value] of [
            [this.text, filters.text],
            [this.policy, filters.policy],
            [this.level, filters.level],
            [this.status, filters.status],
            [this.change, filters.change],
        ] as const)
            if (field.value !== value) field.value = value;
        const shown = filtered(data, filters).length;
        const gone = data.gone?.length ?? 0;
        const isPart = shown < data.findings.length || filters.status === "gone";
        this.said.textContent =
            filters.status === "gone" ? `${gone} gone` : `${shown} of ${count(data.findings.length, "finding")}`;
        this.said.parentElement?.toggleAttribute("hidden", !isPart && !this.state.isFiltered);
        this.clear.hidden = !this.state.isFiltered;
    }
}

export function choice(
    label: string,
    options: readonly (readonly [string, string])[],
    chosen: (value: string) => void,
): HTMLSelectElement {
    const select = h(
        "select",
        { "aria-label": label },
        options.map(([value, text]) => h("option", { value }, text)),
    );
    select.addEventListener("change", () => chosen(select.value));
    return select;
}
