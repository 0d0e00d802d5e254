/** Forms of statements that mean more than they say: what is exported, and generators that were compiled. */
import type { Expression, Pattern, Statement, SwitchCase, SwitchStatement } from "acorn";
import { type Abstract, list, Native, Obj, record, UNKNOWN } from "./values";

/** A statement, or what a module exports with it. */
export function declaredBy(node: Statement): Statement | undefined {
    const { type, declaration } = node as unknown as { readonly type: string; readonly declaration?: Statement };
    return type === "ExportNamedDeclaration" ? declaration : node;
}

/** What a generator gives when it is asked: all that it yields, and at once what it returns. */
export function generated(yields: readonly Abstract[], result: Abstract): Obj {
    // None that was seen: there may be some.
    const made = yields.length > 0 ? list(yields) : new Obj();
    if (yields.length === 0) made.fallback = UNKNOWN;
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

const hoisted = new WeakMap<object, readonly string[]>();

/** The names that `var` declares anywhere in a function's body: they are its own before that. */
export function hoistedIn(body: readonly Statement[]): readonly string[] {
    const known = hoisted.get(body);
    if (known) return known;
    const names = new Set<string>();
    for (const one of body) gather(one, names);
    const found = [...names];
    hoisted.set(body, found);
    return found;
}

function gather(node: Statement | null | undefined, names: Set<string>): void {
    switch (node?.type) {
        case "VariableDeclaration":
            if (node.kind === "var")
                for (const { id } of node.declarations) for (const name of namesIn(id)) names.add(name);
            return;
        case "BlockStatement":
            for (const one of node.body) gather(one, names);
            return;
        case "IfStatement":
            gather(node.consequent, names);
            gather(node.alternate, names);
            return;
        case "ForStatement":
            if (node.init?.type === "VariableDeclaration") gather(node.init, names);
            gather(node.body, names);
            return;
        case "ForInStatement":
        case "ForOfStatement":
            if (node.left.type === "VariableDeclaration") gather(node.left, names);
            gather(node.body, names);
            return;
        case "WhileStatement":
        case "DoWhileStatement":
        case "LabeledStatement":
            gather(node.body, names);
            return;
        case "TryStatement":
            gather(node.block, names);
            gather(node.handler?.body, names);
            gather(node.finalizer, names);
            return;
        case "SwitchStatement":
            for (const { consequent } of node.cases) for (const one of consequent) gather(one, names);
            return;
        default:
            return;
    }
}

/** The names that a pattern gives values to. */
export function namesIn(node: Pattern): readonly string[] {
    switch (node.type) {
        case "Identifier":
            return [node.name];
        case "ObjectPattern":
            return node.properties.flatMap((one) => namesIn(one.type === "RestElement" ? one.argument : one.value));
        case "ArrayPattern":
            return node.elements.flatMap((one) => (one ? namesIn(one) : []));
        case "AssignmentPattern":
            return namesIn(node.left);
        case "RestElement":
            return namesIn(node.argument);
        default:
            return [];
    }
}
