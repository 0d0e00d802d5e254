/** The parts of `urn:pulumi:STACK::PROJECT::PARENT_TYPE$TYPE::NAME`; a name may itself hold `::`. */
export interface UrnParts {
    readonly stack: string;
    readonly project: string;
    readonly type: string;
    readonly name: string;
}

/** The stack alone. */
export function stackOf(urn: string): string {
    const end = urn.indexOf("::");
    return afterColons(end < 0 ? urn : urn.slice(0, end));
}

export function parseUrn(urn: string): UrnParts {
    const [head = "", project = "", types = "", ...name] = urn.split("::");
    return {
        stack: afterColons(head),
        project,
        type: types.split("$").at(-1) ?? types,
        name: name.join("::"),
    };
}

/** The name alone, for the many that are asked for nothing else. */
export function nameIn(urn: string): string {
    const project = urn.indexOf("::");
    const types = project < 0 ? -1 : urn.indexOf("::", project + 2);
    const name = types < 0 ? -1 : urn.indexOf("::", types + 2);
    return name < 0 ? "" : urn.slice(name + 2);
}

/** What stands behind `urn:pulumi:`. */
function afterColons(head: string): string {
    const first = head.indexOf(":");
    const second = first < 0 ? -1 : head.indexOf(":", first + 1);
    return second < 0 ? "" : head.slice(second + 1);
}
