/** The whole map, small, with what of it is in the window; a click or a drag goes there. For those who see: all of it is in the map too. */
import type { Severity } from "../../common/data";
import type { Box, Placed } from "../../layout/layout";
import { h, set, svg } from "../dom";

const WIDTH = 132;
const TALLEST = 190;

export interface Seen {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
}

export class Overview {
    readonly element: HTMLElement;
    private readonly picture = svg("svg", {});
    private readonly seen = svg("rect", { class: "seen", rx: 3 });
    private scale = 1;

    /** `go` is given a place on the stage. */
    constructor(private readonly go: (x: number, y: number) => void) {
        this.element = h("div", { class: "overview", "aria-hidden": "true" }, this.picture);
        this.picture.addEventListener("pointerdown", (event) => {
            this.picture.setPointerCapture(event.pointerId);
            this.to(event);
        });
        this.picture.addEventListener("pointermove", (event) => {
            if (event.buttons > 0) this.to(event);
        });
    }

    draw(
        { width, height }: Pick<Placed, "width" | "height">,
        boxes: readonly { readonly box: Box; readonly severity: Severity | undefined; readonly isDim: boolean }[],
    ): void {
        this.scale = Math.min(WIDTH / width, TALLEST / Math.max(1, height));
        const kinds = new Map<string, string>();
        for (const { box, severity, isDim } of boxes) {
            const kind = `${severity ? `s-${severity}` : ""}${isDim ? " dim" : ""}`;
            const [x, y, w, tall] = [box.x, box.y, box.width, box.height].map(
                (value) => Math.round(value * this.scale * 10) / 10,
            );
            kinds.set(kind, `${kinds.get(kind) ?? ""}M${x} ${y}h${w}v${Math.max(1, tall ?? 1)}h-${w}z`);
        }
        const size = { width: Math.round(width * this.scale), height: Math.round(Math.max(1, height) * this.scale) };
        set(this.picture, size);
        this.picture.replaceChildren(...[...kinds].map(([kind, d]) => svg("path", { class: kind, d })), this.seen);
    }

    see({ left, top, right, bottom }: Seen): void {
        const at = (value: number) => Math.round(value * this.scale);
        set(this.seen, {
            x: at(left),
            y: at(top),
            width: Math.max(4, at(right - left)),
            height: Math.max(4, at(bottom - top)),
        });
    }

    private to(event: PointerEvent): void {
        const { left, top } = this.picture.getBoundingClientRect();
        this.go((event.clientX - left) / this.scale, (event.clientY - top) / this.scale);
    }
}
