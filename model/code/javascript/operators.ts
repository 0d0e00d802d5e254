/** What operators give, of values as far as they are known. */
import {
    type Abstract,
    Choice,
    Condition,
    Func,
    Input,
    keyOf,
    Native,
    Obj,
    Outside,
    optionsOf,
    PartialText,
    truth,
    UNKNOWN,
    Unknown,
} from "./values";

export function labelOf(value: Abstract): string | undefined {
    return (
        keyOf(value) ?? (value instanceof Choice ? value.options.map((one) => keyOf(one) ?? "").join(", ") : undefined)
    );
}

export function labelled(a: Condition, b: Condition): string {
    return /^[A-Z]+$/.test(b.label) && !/^[A-Z]+$/.test(a.label) ? `${b.label} ${a.label}` : `${a.label} ${b.label}`;
}

export function nullish(value: Abstract): boolean | undefined {
    if (value === undefined || value === null) return true;
    if (value instanceof Unknown || value instanceof Input || value instanceof Choice) return undefined;
    if (value instanceof Outside) return truth(value) === undefined ? undefined : false;
    return false;
}

export function inverse(value: boolean | undefined): boolean | undefined {
    return value === undefined ? undefined : !value;
}

export function unary(operator: string, value: Abstract): Abstract {
    if (operator === "!") {
        if (value instanceof Condition) return value.not();
        return inverse(truth(value)) ?? UNKNOWN;
    }
    if (operator === "void") return undefined;
    if (operator === "typeof") {
        if (value instanceof Func || value instanceof Native) return "function";
        if (value instanceof Obj || value === null) return "object";
        if (value instanceof Outside) return value.isMade ? UNKNOWN : "function";
        return value === undefined || ["string", "number", "boolean"].includes(typeof value) ? typeof value : UNKNOWN;
    }
    if (operator === "-" && typeof value === "number") return -value;
    if (operator === "+" && typeof value === "number") return value;
    return UNKNOWN;
}

const LONGEST_TEXT = 4096;

/** A sum; a text with parts of the input in it is of the input. */
export function added(left: Abstract, right: Abstract): Abstract {
    if (typeof left === "number" && typeof right === "number") return left + right;
    const [a, b] = [keyOf(left), keyOf(right)];
    if (a !== undefined && b !== undefined) return (a + b).slice(0, LONGEST_TEXT);
    const isText = (one: Abstract) => keyOf(one) !== undefined || one instanceof PartialText;
    const textOf = (one: Abstract) => (one instanceof PartialText ? one.text : (keyOf(one) ?? "*"));
    const paths = [left, right]
        .flatMap((one) => optionsOf(one))
        .flatMap((one) => (one instanceof Input ? one.paths : []));
    if (paths.length > 0) return new Input([...new Set(paths)].slice(0, 8));
    return isText(left) || isText(right)
        ? new PartialText((textOf(left) + textOf(right)).slice(0, LONGEST_TEXT), [...partsOf(left), ...partsOf(right)])
        : UNKNOWN;
}

const MOST_PARTS = 40;

function partsOf(value: Abstract): readonly Abstract[] {
    return value instanceof PartialText ? value.parts.slice(0, MOST_PARTS) : [value];
}

export function compared(left: Abstract, right: Abstract, negated: boolean): Abstract {
    const input = [left, right].flatMap(optionsOf).find((one): one is Input => one instanceof Input);
    if (input) {
        const label = [left, right].map(labelOf).find((one) => one !== undefined);
        return label === undefined ? UNKNOWN : new Condition(input, label, negated);
    }
    const conditions = [left, right].filter((one) => one instanceof Condition);
    const [condition] = conditions;
    if (condition && (left === true || right === true)) return negated ? condition.not() : condition;
    if (condition && (left === false || right === false)) return negated ? condition : condition.not();
    const isSimple = (one: Abstract) =>
        one === null || one === undefined || ["string", "number", "boolean"].includes(typeof one);
    if (isSimple(left) && isSimple(right)) {
        const isSame = left === right || ((left ?? undefined) === undefined && (right ?? undefined) === undefined);
        return isSame !== negated;
    }
    const isThing = (one: Abstract) => one instanceof Obj;
    if ((isThing(left) && isSimple(right)) || (isSimple(left) && isThing(right))) return negated;
    if (isThing(left) && isThing(right)) return (left === right) !== negated;
    return UNKNOWN;
}

export function calculated(operator: string, left: number, right: number): Abstract {
    switch (operator) {
        case "-":
            return left - right;
        case "*":
            return left * right;
        case "/":
            return left / right;
        case "%":
            return left % right;
        case "<":
            return left < right;
        case ">":
            return left > right;
        case "<=":
            return left <= right;
        case ">=":
            return left >= right;
        case "&":
            return left & right;
        case "|":
            return left | right;
        case "<<":
            return left << right;
        default:
            return UNKNOWN;
    }
}
