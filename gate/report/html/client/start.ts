/** Runs before anything is shown: the theme, and that the text version waits until it is needed. */
import { rememberedTheme } from "./theme";

const { documentElement: root } = document;
root.dataset["theme"] = rememberedTheme();
root.classList.add("js");
// Where the page's script does not even begin, the text version stays.
document.addEventListener("DOMContentLoaded", () => {
    if (root.dataset["begun"] === undefined) root.classList.remove("js");
});
