import { h } from "../dom";
import { symbol } from "../icons";

/** `file:line`, which a click copies. */
export function placeButton(place: string | undefined, declaredBy?: string): HTMLElement | false {
    if (place === undefined) return false;
    const text = h("span", {}, place);
    const button = h(
        "button",
        { class: "loc", type: "button", "aria-label": `Copy ${place}`, title: "Copy" },
        symbol("copy"),
        text,
    );
    button.addEventListener("click", () => {
        const said = (what: string) => {
            text.textContent = what;
            setTimeout(() => {
                text.textContent = place;
            }, 1_200);
        };
        // A sandbox, or an old browser, has no clipboard.
        if (!navigator.clipboard) return said(place);
        navigator.clipboard.writeText(place).then(
            () => said("Copied"),
            () => said(place),
        );
    });
    return declaredBy === undefined
        ? button
        : h("span", { class: "placed" }, button, h("small", {}, `in ${declaredBy}`));
}
