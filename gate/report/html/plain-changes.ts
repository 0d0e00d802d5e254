/** A comparison as text: the same lists as the page has. */
import type { PageChangeSection, PageChanges } from "./common/change-data";
import { type Markup, markup } from "./markup";

export function plainChanges({ title, notes, newly, gone, goneTitle, last }: PageChanges): Markup {
    return markup`<h2>${title}</h2>${notes.map((note) => markup`<p>${note}</p>`)}${newly.map(section)}${gone.length > 0 && markup`<h2>${goneTitle}</h2>${gone.map(section)}`}<p>${last}</p>`;
}

function section({ title, changes }: PageChangeSection): Markup {
    return markup`<h3>${title} (${changes.length})</h3><ul>${changes.map(
        ({ text, below }) =>
            markup`<li>${text}${below.length > 0 && markup`<ul>${below.map((one) => markup`<li>${one}</li>`)}</ul>`}</li>`,
    )}</ul>`;
}
