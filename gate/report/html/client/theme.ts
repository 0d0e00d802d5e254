const KEY = "aws-serverless-security-theme";
export type Theme = "dark" | "light";

/** As chosen before, where the browser lets a file remember; else as the system has it. */
export function rememberedTheme(): Theme {
    try {
        const kept = localStorage.getItem(KEY);
        if (kept === "dark" || kept === "light") return kept;
    } catch {
        // A sandbox has no storage.
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function turnTheme(): Theme {
    const { documentElement: root } = document;
    const theme = root.dataset["theme"] === "dark" ? "light" : "dark";
    root.dataset["theme"] = theme;
    try {
        localStorage.setItem(KEY, theme);
    } catch {
        // It holds until the page is left.
    }
    return theme;
}
