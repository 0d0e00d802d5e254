import type { StackData, StackList } from "../common/data";
import { App } from "./app";

/** The data of an element; each stack's is read when it is opened. */
function dataIn<T>(id: string): T | undefined {
    const text = document.getElementById(id)?.textContent;
    return text ? (JSON.parse(text) as T) : undefined;
}

const root = document.getElementById("app");
if (root) {
    const app = new App(root, dataIn<StackList>("stacks"), (index) => dataIn<StackData>(`stack-${index}`));
    app.start();
    document.documentElement.dataset["ready"] = "";
}
