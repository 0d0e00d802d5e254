import { Value } from "../values";
import { parsePolicy } from "./document";
import type { ManagedPolicy } from "./knowledge/managed-policies";
import type { Statement } from "./statement";

const parsed = new Map<string, readonly Statement[]>();

/** The statements of an AWS-managed policy, read once however many roles carry it. */
export function managedStatements(policy: ManagedPolicy): readonly Statement[] {
    let statements = parsed.get(policy.arn);
    if (!statements) {
        statements = parsePolicy(new Value(policy.document)).statements;
        parsed.set(policy.arn, statements);
    }
    return statements;
}
