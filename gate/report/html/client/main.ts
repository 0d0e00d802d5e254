import type { StackData } from "../common/data";
import type { StackList } from "../common/list-data";
import { App } from "./app";

const page = document.documentElement;

/** The data of an element, each stack's when it is opened; what cannot be read leaves the text version. */
function dataIn<T>(id: string): T | undefined {
    const text = document.getElementById(id)?.textContent;
    if (!text) return undefined;
    try {
        return JSON.parse(text) as T;
    } catch (error) {
        page.classList.remove("js");
        throw error;
    }
}

async function start(root: HTMLElement): Promise<void> {
    const list = dataIn<StackList>("stacks");
    await new App(root, list, async (index) => dataIn<StackData>(`stack-${index}`)).start();
    page.dataset["ready"] = "";
}

const app = document.getElementById("app");
if (app) {
    page.dataset["begun"] = "";
    void start(app);
}
