import { createHash } from "node:crypto";
import { assets } from "./assets";
import type { StackData } from "./common/data";
import type { StackList } from "./common/list-data";
import { dataOf, Markup, markup } from "./markup";
import { plain } from "./plain";
import { pageTitle } from "./plain-text";

/**
 * The file. It asks nothing of any network, and its policy lets nothing run but its own two scripts: whatever a name says, it is a text.
 * What stands in `plain` is shown where scripts do not run, and on paper.
 */
export function page(stacks: readonly StackData[], list: StackList | undefined): string {
    const { start, script, style } = assets();
    const policy = [
        "default-src 'none'",
        `script-src ${digest(start)} ${digest(script)}`,
        `style-src ${digest(style)}`,
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ].join("; ");
    const own = (text: string) => new Markup(text);
    return `${
        markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${own(policy)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${pageTitle(stacks, list)}</title>
<style>${own(style)}</style>
<script>${own(start)}</script>
</head>
<body>
<div id="app"></div>
<main id="plain">${plain(stacks, list)}</main>
${stacks.map(
    (data, index) => markup`<script type="application/json" id="stack-${index}">${dataOf(data)}</script>
`,
)}${
    list &&
    markup`<script type="application/json" id="stacks">${dataOf(list)}</script>
`
}<script>${own(script)}</script>
</body>
</html>`.html
    }\n`;
}

function digest(text: string): string {
    return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
