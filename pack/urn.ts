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
    return (end < 0 ? urn : urn.slice(0, end)).split(":").slice(2).join(":");
}

export function parseUrn(urn: string): UrnParts {
    const [head = "", project = "", types = "", ...name] = urn.split("::");
    return {
        stack: head.split(":").slice(2).join(":"),
        project,
        type: types.split("$").at(-1) ?? types,
        name: name.join("::"),
    };
}
