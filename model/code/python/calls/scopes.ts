import type { Entry } from "../../code";
import type { Expression, Parameter, Pattern, Statement } from "../syntax";

export interface Names {
    /** Names that a body gives values to. */
    readonly locals: ReadonlySet<string>;
    /** Names that it says are of a scope around it. */
    readonly outer: ReadonlySet<string>;
}

const known = new WeakMap<readonly Statement[], Names>();

/** The names of a function's body, a class's, a module's; found once for each. */
export function localsOf(body: readonly Statement[], parameters: readonly Parameter[] = []): Names {
    let found = known.get(body);
    if (found === undefined) {
        const locals = new Set(parameters.map(({ name }) => name));
        const outer = new Set<string>();
        for (const statement of body) collect(statement, locals, outer);
        for (const name of outer) locals.delete(name);
        found = { locals, outer };
        known.set(body, found);
    }
    return found;
}

function collect(statement: Statement, locals: Set<string>, outer: Set<string>): void {
    const all = (body: readonly Statement[]) => {
        for (const inner of body) collect(inner, locals, outer);
    };
    switch (statement.is) {
        case "assign":
            for (const target of statement.targets) targets(target, locals);
            return;
        case "add":
            targets(statement.target, locals);
            return;
        case "for":
            targets(statement.target, locals);
            all(statement.body);
            all(statement.otherwise);
            return;
        case "while":
            all(statement.body);
            all(statement.otherwise);
            return;
        case "if":
            for (const { body } of statement.branches) all(body);
            all(statement.otherwise ?? []);
            return;
        case "try":
            all(statement.body);
            for (const { as, body } of statement.handlers) {
                if (as !== undefined) locals.add(as);
                all(body);
            }
            all(statement.finally);
            return;
        case "with":
            for (const { as } of statement.items) if (as !== undefined) targets(as, locals);
            all(statement.body);
            return;
        case "match":
            for (const { pattern, body } of statement.cases) {
                captures(pattern, locals);
                all(body);
            }
            return;
        case "import":
            locals.add(statement.as ?? statement.module.split(".")[0] ?? "");
            return;
        case "from":
            for (const { as } of statement.names) locals.add(as);
            return;
        case "function":
        case "class":
            locals.add(statement.name);
            return;
        case "global":
            for (const name of statement.names) outer.add(name);
            return;
        default:
            return;
    }
}

function targets(target: Expression, locals: Set<string>): void {
    if (target.is === "name") locals.add(target.id);
    else if (target.is === "star") targets(target.of, locals);
    else if (target.is === "sequence") for (const item of target.items) targets(item, locals);
}

function captures(pattern: Pattern, locals: Set<string>): void {
    if (pattern.is === "any" && pattern.name !== undefined) locals.add(pattern.name);
    else if (pattern.is === "one of" || pattern.is === "sequence")
        for (const inner of pattern.patterns) captures(inner, locals);
    else if (pattern.is === "mapping") for (const [, inner] of pattern.entries) captures(inner, locals);
}

/** Variables by which a program knows that it runs on a developer's machine. */
const LOCAL = /^(?:AWS_SAM_LOCAL|SAM_LOCAL|IS_LOCAL|IS_OFFLINE|LOCALSTACK_\w+|PYTEST_\w+)$/;

/** False for a condition that does not hold in Lambda: `__name__ == "__main__"`, `TYPE_CHECKING`. */
export function isLocalOnly(test: Expression, { variables }: Entry): false | undefined {
    if (test.is === "name" || test.is === "attribute") {
        const name = test.is === "name" ? test.id : test.name;
        return name === "TYPE_CHECKING" ? false : undefined;
    }
    if (test.is === "compare" && test.by === "==") {
        const sides = [test.left, test.right];
        const isMain = sides.some((side) => side.is === "text" && side.text === "__main__");
        if (isMain && sides.some((side) => side.is === "name" && side.id === "__name__")) return false;
        return sides.some((side) => isAbsent(side, variables)) && sides.some((side) => side.is === "text")
            ? false
            : undefined;
    }
    if (test.is === "compare" && test.by === "in" && test.left.is === "text")
        return LOCAL.test(test.left.text) && !variables.has(test.left.text) && isNamed(test.right, "environ")
            ? false
            : undefined;
    if (test.is === "all")
        return test.all.some((part) => isLocalOnly(part, { variables } as Entry) === false) ? false : undefined;
    return isAbsent(test, variables) ? false : undefined;
}

/** `os.environ.get("AWS_SAM_LOCAL")` without that variable. */
function isAbsent(expression: Expression, variables: Entry["variables"]): boolean {
    if (expression.is !== "call" || expression.given.length !== 1) return false;
    const [first] = expression.given;
    if (first?.value.is !== "text" || !LOCAL.test(first.value.text) || variables.has(first.value.text)) return false;
    const { of } = expression;
    return isNamed(of, "getenv") || (of.is === "attribute" && of.name === "get" && isNamed(of.of, "environ"));
}

function isNamed(expression: Expression, name: string): boolean {
    return (
        (expression.is === "name" && expression.id === name) ||
        (expression.is === "attribute" && expression.name === name)
    );
}
