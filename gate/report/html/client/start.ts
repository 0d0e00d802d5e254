/** Runs before anything is shown: the theme, and that the text version waits until it is needed. */
import { rememberedTheme } from "./theme";

const { documentElement: root } = document;
root.dataset["theme"] = rememberedTheme();
root.classList.add("js");
// What fails before the page is ready leaves the text version.
document.addEventListener("DOMContentLoaded", () => {
    if (root.dataset["ready"] === undefined) root.classList.remove("js");
});
