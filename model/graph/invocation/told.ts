import type { Answer, Value } from "../../values";
import { linked } from "../link";
import type { Resource } from "../resource";
import type { Operation } from "./operations";

/** What is found of one operation of an API, or of all that it has. */
export interface Told {
    /** The API where all its operations are so, else where the operation is declared. */
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
    /** The URN or the id of the API. */
    readonly api: string;
    readonly operations: readonly Operation[];
}

/** So many operations of one API are told one by one; of more, if they are all alike, the API is told. */
const FEW = 3;

/** Once, where more than a few operations of an API are asked about and all answer alike; else each by itself. */
export function toldTogether<T extends Told>(asked: readonly T[], kind: (one: T) => string): readonly T[] {
    const told = asked.filter(({ when }) => when.is !== "no");
    const [first] = told;
    if (!first || told.length <= FEW || told.length < asked.length) return told;
    if (told.some((one) => kind(one) !== kind(first) || one.when.is !== "yes")) return told;
    const operations = told.flatMap((one) => one.operations);
    const api = linked(first.operations[0]?.api.link ?? { kind: "absent" });
    return [
        {
            ...first,
            operations,
            ...(api && { resource: api, at: isDocumented({ operations }) ? api.root.get("body") : api.root }),
        },
    ];
}

/** Does a document declare it? */
export function isDocumented({ operations }: Pick<Told, "operations">): boolean {
    return operations.every(({ document }) => document !== undefined);
}
