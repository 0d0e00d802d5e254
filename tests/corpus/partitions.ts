/** The same programs in AWS's other partitions. */
import type { Program } from "../../pack";
import { JsonText, Marked, Ref } from "../../pack/example";

export interface Partition {
    readonly name: string;
    readonly region: string;
    text(text: string): string;
}

/** Services of China's regions answer to principals and endpoints below `amazonaws.com.cn`; the audience of tokens stays. */
const china = (text: string) =>
    text
        .replaceAll("arn:aws:", "arn:aws-cn:")
        .replaceAll("eu-west-1", "cn-north-1")
        .replaceAll("eu-west-3", "cn-northwest-1")
        .replaceAll("cognito-identity.amazonaws.com", "cognito-identity.cn-north-1.amazonaws.com")
        .replace(/(?<!"sts|^sts)\.amazonaws\.com(?!\.cn)/g, ".amazonaws.com.cn");

const government = (text: string) =>
    text
        .replaceAll("arn:aws:", "arn:aws-us-gov:")
        .replaceAll("eu-west-1", "us-gov-west-1")
        .replaceAll("eu-west-3", "us-gov-east-1")
        .replaceAll("cognito-identity.amazonaws.com", "cognito-identity-us-gov.amazonaws.com");

export const partitions: readonly Partition[] = [
    { name: "aws", region: "eu-west-1", text: (text) => text },
    { name: "aws-cn", region: "cn-north-1", text: china },
    { name: "aws-us-gov", region: "us-gov-west-1", text: government },
];

/** A program with every text of it, and every key, as the partition writes it. */
export function inPartition(program: Program, { text }: Partition): Program {
    const moved = (node: unknown): unknown => {
        if (typeof node === "string") return text(node);
        if (node instanceof JsonText) return new JsonText(moved(node.value));
        if (node instanceof Marked) return new Marked(moved(node.value));
        if (node instanceof Ref) return new Ref(node.target, text(node.before), text(node.after));
        if (Array.isArray(node)) return node.map(moved);
        if (typeof node !== "object" || node === null) return node;
        return Object.fromEntries(Object.entries(node).map(([key, below]) => [text(key), moved(below)]));
    };
    return Object.fromEntries(
        Object.entries(program).map(([name, declaration]) => [
            name,
            { ...declaration, inputs: moved(declaration.inputs) as typeof declaration.inputs },
        ]),
    );
}
