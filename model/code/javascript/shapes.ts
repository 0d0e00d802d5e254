/** Forms of statements that mean more than they say: what is exported, and generators that were compiled. */
import type { Expression, Statement, SwitchCase, SwitchStatement } from "acorn";
import { type Abstract, list, Native, type Obj, record } from "./values";

/** A statement, or what a module exports with it. */
export function declaredBy(node: Statement): Statement | undefined {
    const { type, declaration } = node as unknown as { readonly type: string; readonly declaration?: Statement };
    return type === "ExportNamedDeclaration" ? declaration : node;
}

/** What a generator gives when it is asked: all that it yields, and at once what it returns. */
export function generated(yields: readonly Abstract[], result: Abstract): Obj {
    const made = list(yields);
    made.props.set("next", new Native(() => record({ done: true, value: result })));
    return made;
}

/** `switch (_a.label)` with numbers from 0 on. */
export function isStateMachine({ discriminant, cases }: SwitchStatement): boolean {
    const isLabel =
        discriminant.type === "MemberExpression" &&
        discriminant.property.type === "Identifier" &&
        discriminant.property.name === "label";
    const first = cases[0]?.test;
    return isLabel && first?.type === "Literal" && first.value === 0;
}

/** The label of `[3, 4]`, where a compiled generator goes on. */
export function jumpOf(node: Expression): number | undefined {
    if (node.type !== "ArrayExpression") return undefined;
    const [how, where] = node.elements;
    if (how?.type !== "Literal" || how.value !== 3 || where?.type !== "Literal") return undefined;
    return typeof where.value === "number" ? where.value : undefined;
}

/** `return [4, …]` waits, and the next case goes on. */
export function endsInYield(one: SwitchCase | undefined): boolean {
    const last = one?.consequent.at(-1);
    if (last?.type !== "ReturnStatement" || last.argument?.type !== "ArrayExpression") return false;
    const [how] = last.argument.elements;
    return how?.type === "Literal" && how.value === 4;
}

export function ends(body: readonly Statement[]): boolean {
    const last = body.at(-1);
    if (!last) return false;
    if (last.type === "BlockStatement") return ends(last.body);
    if (last.type === "IfStatement")
        return (
            last.alternate !== undefined && last.alternate !== null && ends([last.consequent]) && ends([last.alternate])
        );
    return ["BreakStatement", "ReturnStatement", "ThrowStatement", "ContinueStatement"].includes(last.type);
}
