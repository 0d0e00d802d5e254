import { eitherOf, joinedOf, RUN_TIME, type Said } from "../../calls";
import { type Abstract, Choice, Getter, keyOf, Obj, Outside, PartialText } from "../values";

/** Where a value comes from. */
export function saidOf(value: Abstract): Said {
    const text = keyOf(value);
    if (text !== undefined) return { is: "text", text };
    if (value instanceof Choice) return eitherOf(value.options.filter(isSomething).map(saidOf));
    if (value instanceof PartialText) return joinedOf(value.parts.map(saidOf));
    if (value instanceof Outside) {
        const name = variableOf(value);
        if (name !== undefined) return { is: "variable", name };
    }
    return RUN_TIME;
}

/** What is missing is left out: the other side of a decision gives it. */
function isSomething(value: Abstract): boolean {
    return value !== undefined && value !== null && value !== "";
}

/** The variable of the environment that this is: of `process.env`, or of what a package made of all of it. */
function variableOf({ module, path, from }: Outside): string | undefined {
    const name = /^(?:.*)\.(\w+)$/.exec(path)?.[1];
    if (name === undefined) return undefined;
    if ((module === "process" || module === "node:process") && path === `.env.${name}`) return name;
    if (module === "Bun" && path === `.env.${name}`) return name;
    // `schema.parse(process.env).TABLE`
    const isChecked = from?.isMade === true && from.args.some((one) => one instanceof Outside && isEnvironment(one));
    return isChecked ? name : undefined;
}

function isEnvironment({ module, path }: Outside): boolean {
    return module === "process" && path === ".env";
}

/** Parameters lie no deeper: `TransactItems[].Put.TableName`. */
const DEEPEST = 4;
const MOST = 400;

/**
 * What an object of parameters holds, by the way to it: `TableName`, `Entries[].EventBusName`; `RequestItems{}` are the keys of a map. Undefined where
 * it is none that is known.
 */
export function parametersOf(value: Abstract): ReadonlyMap<string, Said> | undefined {
    const objects = (value instanceof Choice ? value.options : [value]).filter(
        (one): one is Obj => one instanceof Obj && !one.items,
    );
    if (objects.length === 0) return undefined;
    const found = new Map<string, Said[]>();
    let left = MOST;
    const put = (way: string, said: Said): void => {
        const known = found.get(way);
        if (known) known.push(said);
        else found.set(way, [said]);
    };
    const walk = (object: Obj, way: string, depth: number): void => {
        for (const [key, one] of object.props) {
            left -= 1;
            if (left < 0 || one === undefined || one instanceof Getter) continue;
            put(`${way}${key}`, saidOf(one));
            below(one, `${way}${key}`, depth);
        }
        for (const key of object.openKeys ?? []) put(`${way.slice(0, -1)}{}`, saidOf(key));
    };
    const below = (value: Abstract, way: string, depth: number): void => {
        if (depth >= DEEPEST) return;
        for (const one of value instanceof Choice ? value.options : [value]) {
            if (!(one instanceof Obj)) continue;
            if (one.items) {
                for (const item of one.items) {
                    put(`${way}[]`, saidOf(item));
                    below(item, `${way}[]`, depth + 1);
                }
            } else {
                if (MAPS.test(way)) for (const key of one.props.keys()) put(`${way}{}`, { is: "text", text: key });
                walk(one, `${way}.`, depth + 1);
            }
        }
    };
    for (const object of objects) walk(object, "", 0);
    return new Map([...found].map(([way, all]) => [way, eitherOf(all)]));
}

/** Maps whose keys name resources. */
const MAPS = /^RequestItems$/;
