/** One offline file that answers: may this deploy, who gets in, where in the program, what may each role do, what was asked. */
import { type Format, isOne } from "../format";
import { shownTree } from "./common/shown";
import { stackList } from "./list";
import { page } from "./page";
import { stackData } from "./stack-data";

export const html: Format = {
    is: "one HTML file: a map, ways in, findings, roles",
    needsDrawing: true,
    write: (reports, _page, besides = {}) => {
        const stacks = reports.map(stackData);
        const list = isOne(reports, besides) ? undefined : shownTree(stackList(stacks, besides));
        return { text: page(stacks, list), leftOut: [] };
    },
};
