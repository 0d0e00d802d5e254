import type { StackData } from "../common/data";
import type { StackList } from "../common/list-data";
import { App } from "./app";

const page = document.documentElement;

/** The data of an element, each stack's when it is opened; what cannot be read leaves the text version. */
async function dataIn<T>(id: string): Promise<T | undefined> {
    const text = document.getElementById(id)?.textContent;
    if (!text) return undefined;
    try {
        const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
        const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
        return (await new Response(inflated).json()) as T;
    } catch (error) {
        page.classList.remove("js");
        throw error;
    }
}

async function start(root: HTMLElement): Promise<void> {
    const list = await dataIn<StackList>("stacks");
    await new App(root, list, (index) => dataIn<StackData>(`stack-${index}`)).start();
    page.dataset["ready"] = "";
}

const app = document.getElementById("app");
if (app) {
    page.dataset["begun"] = "";
    void start(app);
}
