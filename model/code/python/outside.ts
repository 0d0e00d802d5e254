import { kindOf, labels } from "./asked";
import {
    type Asked,
    argument,
    each,
    type Given,
    type Label,
    memberOf,
    membersOf,
    opaque,
    type Thing,
    textOf,
    type Value,
} from "./values";

/** Functions that give back what they were given in another form, so that what was asked for can still be read from it. */
const SAME =
    /^(builtins\.(str|dict|list|tuple|iter|reversed|sorted|set|repr)|(json|orjson|ujson|simplejson)\.loads|typing\.cast|copy\.(copy|deepcopy)|re\.sub|os\.path\.\w+|posixpath\.\w+|base64\.\w+|urllib\.parse\.\w+|types\.SimpleNamespace|aws_lambda_powertools\.utilities\.(data_classes|parser|typing|validation)\..*|.*\.(model_validate|model_validate_json|parse_obj|parse_raw|from_dict|from_event|parse|parse_as|loads|TypeAdapter|Box|DotMap|Munch))$/;

/** What such a function gives back; undefined where it is another. */
export function same(name: string, given: Given): Value | undefined {
    if (!SAME.test(name)) return undefined;
    const values = [
        ...given.positional,
        ...given.named.values(),
        ...(given.spread === undefined ? [] : [given.spread]),
    ];
    const asked = values.filter((value): value is Asked => value.is === "asked");
    return asked.find((one) => kindOf(one) !== undefined) ?? asked[0] ?? given.positional[0] ?? opaque;
}

/** `re.match(pattern, path)`, `pattern.fullmatch(path)`, `fnmatch(path, pattern)`: a question about what was asked for. */
export function matched(name: string, thing: Thing | undefined, given: Given): Value | undefined {
    const isCompiled = thing?.of === "re.compile" && /^(match|fullmatch|search)$/.test(name);
    if (!isCompiled && !/^(re\.(match|fullmatch|search)|fnmatch\.fnmatch(case)?)$/.test(name)) return undefined;
    const values = [...(isCompiled ? [thing.given.positional[0] ?? opaque] : []), ...given.positional];
    const asked = values.find(({ is }) => is === "asked");
    const pattern = values.find((value) => value.is === "text");
    const any: readonly Label[] | undefined =
        asked === undefined ? undefined : labels(asked, [textOf(pattern) ?? "a pattern"]);
    return any === undefined ? opaque : { is: "test", any };
}

/** Members of an object, a class or a module, by what was asked for: `getattr(self, f"on_{action}")`. */
export function picked(
    of: Value,
    name: Value,
    otherwise: Value | undefined,
    running: string | undefined,
): Value | undefined {
    if (name.is === "choice") return undefined;
    if (name.is !== "asked") return undefined;
    const kind = kindOf(name);
    if (kind === undefined) return undefined;
    const options = each(of).flatMap((one) =>
        [...named(one)].flatMap(([key, value]) => {
            const isCalled = value.is === "function" || value.is === "class";
            if (!isCalled || key === running) return [];
            const [before, after] = [name.before ?? "", name.after ?? ""];
            if (!key.startsWith(before) || !key.endsWith(after) || key.length <= before.length + after.length)
                return [];
            const own = key.slice(before.length, key.length - after.length);
            if (
                before === "" &&
                (key.startsWith("_") || (kind === "method" && !/^(get|post|put|patch|delete)$/i.test(key)))
            )
                return [];
            const bound: Value =
                one.is === "thing" && value.is === "function" && value.binds === undefined
                    ? { ...value, self: one }
                    : value;
            return [{ label: { [kind]: kind === "method" ? own.toUpperCase() : own }, value: bound }];
        }),
    );
    const last = otherwise?.is === "function" ? [{ label: {}, value: otherwise }] : [];
    return { is: "choice", options: [...options, ...last] };
}

function named(of: Value): ReadonlyMap<string, Value> {
    if (of.is === "module")
        return new Map([...of.scope.names].filter(([, value]) => value.is !== "function" || value.module === of));
    if (of.is === "class") return membersOf(of);
    if (of.is === "thing" && of.class !== undefined) return new Map([...membersOf(of.class), ...of.attributes]);
    if (of.is === "mapping")
        return new Map(of.entries.flatMap(([key, value]) => (key.is === "text" ? [[key.text, value] as const] : [])));
    return new Map();
}

/** It answers that it will not: a status of 400 or more. */
export function refuses(value: Value): boolean {
    const status = statusOf(value);
    return status !== undefined && status >= 400;
}

function statusOf(value: Value): number | undefined {
    if (value.is === "several") {
        const found = value.of.map(statusOf);
        return found.every((one) => one !== undefined) ? Math.min(...found.map((one) => one ?? 0)) : undefined;
    }
    if (value.is === "mapping") {
        const status = value.entries.find(
            ([key]) => key.is === "text" && /^(status|statusCode|status_code|code|httpStatus)$/.test(key.text),
        )?.[1];
        if (status !== undefined) return numberOf(status);
        const isError = value.entries.some(
            ([key]) => key.is === "text" && /^(error|errors|errorMessage|errorType)$/.test(key.text),
        );
        return isError ? 400 : undefined;
    }
    if (value.is === "thing") {
        const named = argument(value.given, 99, "status_code", "status", "statusCode", "code");
        const own = value.class === undefined ? undefined : memberOf(value.class, "status_code");
        const first = value.given.positional.find((one) => one.is === "constant" && typeof one.value === "number");
        return numberOf(named ?? own ?? first ?? opaque);
    }
    if (value.is === "sequence") return value.items.map(numberOf).find((one) => one !== undefined);
    return undefined;
}

function numberOf(value: Value): number | undefined {
    if (value.is === "constant" && typeof value.value === "number") return value.value;
    const [digits] = value.is === "text" ? (/^\d{3}/.exec(value.text) ?? []) : [];
    return digits === undefined ? undefined : Number(digits);
}
