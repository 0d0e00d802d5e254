import path from "node:path";

export interface TestStack {
    /** The folder of Pulumi.yaml. */
    readonly folder: string;
    readonly stack: string;
}

/** Both stacks are those of the example, so that what a newcomer runs is what the tests hold. */
export function orders(stack: "insecure" | "secure"): TestStack {
    return { folder: path.resolve(__dirname, "../../examples/orders-api"), stack };
}
