/** The window onto a map: how large it is drawn, what of it is seen, and what is brought into view. The page scrolls down, the map sideways. */

import type { Box } from "../../layout/layout";
import { h, isCalm } from "../dom";
import type { Seen } from "./overview";

const LEAST = 0.25;
const MOST = 2;
/** Heads that stay above the map, in pixels. */
const HEADS = 106;

export interface ViewportEvents {
    readonly resized: () => void;
    readonly moved: (seen: Seen) => void;
}

export class Viewport {
    readonly element: HTMLElement;
    zoom = 1;
    private readonly canvas: HTMLElement;
    private readonly sizer: HTMLElement;
    private readonly strip: HTMLElement;
    private readonly watch: ResizeObserver;
    private full = { width: 0, height: 0 };
    private waiting = 0;
    private last = 0;

    constructor(
        private readonly heads: HTMLElement,
        private readonly stage: HTMLElement,
        private readonly events: ViewportEvents,
    ) {
        this.sizer = h("div", { class: "sizer" }, stage);
        this.canvas = h("div", { class: "canvas" }, this.sizer);
        this.strip = h("div", { class: "strip" }, heads);
        this.element = h("div", { class: "viewport" }, this.strip, this.canvas);
        this.canvas.addEventListener("scroll", this.tell, { passive: true });
        addEventListener("scroll", this.tell, { passive: true });
        addEventListener("resize", this.tell, { passive: true });
        this.watch = new ResizeObserver(() => {
            const width = this.width();
            if (width === this.last) return;
            this.last = width;
            events.resized();
        });
        this.watch.observe(this.canvas);
    }

    width(): number {
        const { paddingLeft, paddingRight } = getComputedStyle(this.canvas);
        const room = this.canvas.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
        return Math.max(0, room || 0);
    }

    size(width: number, height: number): void {
        this.full = { width, height };
        this.stage.style.width = `${width}px`;
        this.stage.style.height = `${height}px`;
        this.scale(this.zoom);
    }

    scale(zoom: number): void {
        this.zoom = Math.min(MOST, Math.max(LEAST, zoom));
        this.stage.style.transform = this.zoom === 1 ? "" : `scale(${this.zoom})`;
        this.heads.style.setProperty("--zoom", String(this.zoom));
        this.heads.style.width = `${this.full.width * this.zoom}px`;
        this.sizer.style.width = `${this.full.width * this.zoom}px`;
        this.sizer.style.height = `${this.full.height * this.zoom}px`;
        this.tell();
    }

    /** As large as the whole fits into the window. */
    fit(): void {
        const { width, height } = this.full;
        this.scale(Math.min(1, this.width() / width, (innerHeight - HEADS - 40) / Math.max(1, height)));
        const top = this.element.getBoundingClientRect().top;
        scrollBy({ top: top - 58, behavior: isCalm() ? "auto" : "smooth" });
        this.canvas.scrollLeft = 0;
    }

    /** Puts a place of the stage into the middle. */
    centre(x: number, y: number): void {
        const { top } = this.sizer.getBoundingClientRect();
        scrollBy(0, top + y * this.zoom - (innerHeight + HEADS) / 2);
        this.canvas.scrollLeft = x * this.zoom - this.canvas.clientWidth / 2;
    }

    /** Scrolls as little as shows all of these, or the first where they are too far apart. */
    bring(boxes: readonly Box[]): void {
        const [first] = boxes;
        if (!first) return;
        const { top: origin } = this.sizer.getBoundingClientRect();
        const span = (
            from: (box: Box) => number,
            to: (box: Box) => number,
            room: number,
        ): readonly [number, number] => {
            const all = [Math.min(...boxes.map(from)), Math.max(...boxes.map(to))] as const;
            return (all[1] - all[0]) * this.zoom <= room ? all : [from(first), to(first)];
        };
        const [top, bottom] = span(
            ({ y }) => y,
            ({ y, height }) => y + height,
            innerHeight - HEADS - 40,
        );
        const above = origin + top * this.zoom - HEADS - 20;
        const below = origin + bottom * this.zoom - innerHeight + 24;
        const move = above < 0 ? above : below > 0 ? Math.min(below, above) : 0;
        if (move !== 0) scrollBy({ top: move, behavior: isCalm() ? "auto" : "smooth" });
        const [left, right] = span(
            ({ x }) => x,
            ({ x, width }) => x + width,
            this.canvas.clientWidth,
        );
        const { scrollLeft, clientWidth } = this.canvas;
        if (left * this.zoom < scrollLeft) this.canvas.scrollLeft = left * this.zoom - 12;
        else if (right * this.zoom > scrollLeft + clientWidth - PAD)
            this.canvas.scrollLeft = right * this.zoom - clientWidth + 2 * PAD + 12;
    }

    shift(y: number): void {
        if (y !== 0) scrollBy(0, y * this.zoom);
    }

    /** Tells what is seen, once for each picture of the screen. */
    readonly tell = (): void => {
        if (this.waiting !== 0) return;
        this.waiting = requestAnimationFrame(() => {
            this.waiting = 0;
            const { top } = this.sizer.getBoundingClientRect();
            const { scrollLeft, clientWidth } = this.canvas;
            this.heads.style.transform = `translateX(${-scrollLeft}px)`;
            const from = Math.max(0, (HEADS - top) / this.zoom);
            const seen = {
                left: scrollLeft / this.zoom,
                right: Math.min(this.full.width, (scrollLeft + clientWidth) / this.zoom),
                top: from,
                bottom: Math.min(this.full.height, (innerHeight - top) / this.zoom),
            };
            const isWhole =
                seen.top <= 0 && seen.bottom >= this.full.height && this.full.width * this.zoom <= clientWidth;
            this.element.parentElement?.classList.toggle("whole", isWhole);
            this.events.moved(seen);
        });
    };

    leave(): void {
        this.watch.disconnect();
        removeEventListener("scroll", this.tell);
        removeEventListener("resize", this.tell);
        cancelAnimationFrame(this.waiting);
    }
}

/** Of the canvas, at both sides. */
const PAD = 10;
