/** Reports for pages, and what their files hold. */
import assert from "node:assert/strict";
import type { Besides } from "../../../../gate/report/format";
import { html } from "../../../../gate/report/html";
import type { StackData } from "../../../../gate/report/html/common/data";
import type { Report } from "../../../../gate/report/model";
import { shop } from "../drawings";
import { dataOf } from "../page-data";
import { findingOn } from "../reports";
import type { Pages } from "./browser";

export const write = (reports: readonly Report[], besides: Besides = {}) =>
    html.write(reports, { colour: false, width: 110 }, besides).text;

export interface RichPage {
    readonly file: string;
    readonly data: StackData;
    /** The id of a node. */
    readonly idOf: (name: string, kind: string) => string;
}

/** For a suite: the page of `rich`, written once. */
export function richPage(pages: Pages): RichPage {
    let written: { readonly file: string; readonly data: StackData } | undefined;
    before(() => {
        const text = write([rich()]);
        written = { file: pages.file("rich.html", text), data: dataOf(text) };
    });
    const page = () => {
        assert.ok(written, "it is written before the first test");
        return written;
    };
    return {
        get file() {
            return page().file;
        },
        get data() {
            return page().data;
        },
        idOf: (name, kind) => page().data.nodes.find((node) => node.name === name && node.kind === kind)?.id ?? "",
    };
}

/** With something of everything that a page can show. */
export function rich(): Report {
    const report = shop();
    const [first] = report.findings;
    assert.ok(first);
    const open = { policy: first.policy, severity: "high", urn: first.urn, name: first.name };
    return {
        ...report,
        findings: [
            ...report.findings,
            findingOn("callback", {
                policy: "api-access-logging",
                level: "advisory",
                severity: "medium",
                at: "cors",
                fact: "lets every origin in",
                title: "Origins are named.",
            }),
            findingOn("callback", { at: "known", fact: "is known", accepted: true }),
        ],
        undecided: [{ ...open, awaits: ["callback.role"] }],
        exempted: [
            { ...open, at: "authorizationType", fact: "allows everybody", awaits: [], reason: "signed in code" },
        ],
        notSeen: [{ name: "network", what: "the children of a remote component" }],
        baseline: {
            accepted: 1,
            gone: [
                {
                    stack: "shop/dev",
                    policy: "no-old",
                    resource: "old",
                    type: "a:b:C",
                    at: "x",
                    fingerprint: "f",
                    count: 1,
                },
            ],
        },
    };
}
