/** What `npm run build` makes of `client/`: a script that shows the page, one before it, and the style. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../../package-root";

export interface Assets {
    readonly start: string;
    readonly script: string;
    readonly style: string;
}

let read: Assets | undefined;

export function assets(): Assets {
    if (!read) {
        const text = (name: string) => readFileSync(path.join(packageRoot(), "bin/gate/page", name), "utf8").trim();
        read = { start: text("start.js"), script: text("main.js"), style: text("style.css") };
    }
    return read;
}
