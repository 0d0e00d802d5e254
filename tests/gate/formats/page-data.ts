/** What the file of an HTML report holds as data. */
import assert from "node:assert/strict";
import type { StackData } from "../../../gate/report/html/common/data";

/** The JSON of an element, as it stands there. */
export function jsonIn(text: string, id: string): string {
    const [, inner] = new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`).exec(text) ?? [];
    assert.ok(inner !== undefined, `there is no ${id}`);
    return inner;
}

export function dataOf<T = StackData>(text: string, id = "stack-0"): T {
    return JSON.parse(jsonIn(text, id)) as T;
}
