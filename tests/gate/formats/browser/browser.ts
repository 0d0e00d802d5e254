/** The machine's own Chromium, for tests of what a page does. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Where one is installed. */
function chromiumPath(): string | undefined {
    const folders = (process.env["PATH"] ?? "").split(path.delimiter);
    return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

const executable = chromiumPath();

/** A suite that needs one; where none is installed, it says so and is skipped. */
export function inBrowser(title: string, suite: (pages: Pages) => void): void {
    describe(`${title}, in a browser`, function () {
        this.timeout(180_000);
        if (executable === undefined) {
            it.skip(`needs a Chromium on PATH: ${NAMES.join(", ")}`);
            return;
        }
        const pages = new Pages();
        before(() => pages.start(executable));
        after(() => pages.stop());
        suite(pages);
    });
}

export interface Opened {
    readonly page: Page;
    /** What went wrong: errors of the console and of scripts, and requests of anything but the file. */
    readonly faults: readonly string[];
    /** From the request for the file until the page is ready, in milliseconds. */
    readonly ready: number;
    readonly close: () => Promise<void>;
}

export interface View {
    readonly width?: number;
    readonly theme?: "dark" | "light";
    readonly hash?: string;
    readonly javaScriptEnabled?: boolean;
}

export class Pages {
    private readonly folder = mkdtempSync(path.join(tmpdir(), "html-report-"));
    private browser: Browser | undefined;

    /** Without a sandbox of its own, which a container has no rights for: the file is ours. */
    async start(executablePath: string): Promise<void> {
        this.browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    }

    async stop(): Promise<void> {
        await this.browser?.close();
        rmSync(this.folder, { recursive: true, force: true });
    }

    file(name: string, text: string): string {
        const file = path.join(this.folder, name);
        writeFileSync(file, text);
        return file;
    }

    async open(
        file: string,
        { width = 1280, theme = "light", hash = "", javaScriptEnabled = true }: View = {},
    ): Promise<Opened> {
        if (!this.browser) throw new Error("no browser was started");
        const context = await this.browser.newContext({
            viewport: { width, height: width < 600 ? 844 : 800 },
            colorScheme: theme,
            javaScriptEnabled,
            reducedMotion: "reduce",
        });
        const page = await context.newPage();
        const faults: string[] = [];
        page.on("console", (message) => {
            if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
        });
        page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
        page.on("dialog", (dialog) => {
            faults.push(`dialog: ${dialog.message()}`);
            void dialog.dismiss();
        });
        page.on("request", (request) => {
            const url = request.url();
            if (!url.startsWith(`file://${this.folder}`) && url !== "data:,")
                faults.push(`request: ${url.slice(0, 80)}`);
        });
        const began = Date.now();
        await page.goto(`file://${file}${hash}`);
        // What a file shows that has no such page is there when it is loaded.
        if (javaScriptEnabled && (await page.locator("#app").count()) > 0)
            await page.locator("html[data-ready], html:not(.js)").waitFor({ state: "attached" });
        return { page, faults, ready: Date.now() - began, close: () => context.close() };
    }
}
