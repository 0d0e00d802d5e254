/** What the file of an HTML report holds as data. */
import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";
import type { StackData } from "../../../gate/report/html/common/data";

/** The JSON of an element, as it was before it was deflated. */
export function jsonIn(text: string, id: string): string {
    const [, inner] =
        new RegExp(`<script type="application/x-deflated-json" id="${id}">([\\w+/=]*)</script>`).exec(text) ?? [];
    assert.ok(inner !== undefined, `there is no ${id}`);
    return inflateRawSync(Buffer.from(inner, "base64")).toString("utf8");
}

export function dataOf<T = StackData>(text: string, id = "stack-0"): T {
    return JSON.parse(jsonIn(text, id)) as T;
}
