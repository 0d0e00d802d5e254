import { CloudFrontDistribution, LambdaFunction, LogGroup } from "../../aws";
import {
    type Answer,
    all,
    answer,
    any,
    equals,
    filled,
    isTrue,
    no,
    not,
    undecided,
    type Value,
    yes,
} from "../../values";
import { fact } from "../fact";
import { inputOf, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";

/** A function of which no log group is declared: neither one that it names, nor one of the name that Lambda would make. */
export interface UnownedLogs {
    readonly resource: Resource;
    readonly when: Answer;
}

/** Functions of a distribution write in the regions of their viewers, to groups that no program declares. */
export const unownedLogsOf = fact([LambdaFunction], (stack): readonly UnownedLogs[] => {
    const groups = groupsByName(stack);
    const atEdge = sourcesOf(stack.ofType(CloudFrontDistribution));
    return stack
        .ofType<unknown>(LambdaFunction)
        .filter((resource) => !atEdge.has(resource))
        .map((resource) => {
            const isNamed = filled(inputOf(resource, "loggingConfig.logGroup"));
            return { resource, when: all(not(isNamed), not(hasGroup(resource, groups))) };
        });
});

/** The log groups of the stack by what tells whose they are. */
interface Groups {
    /** Names that begin with `/aws/lambda/`. */
    readonly names: ReadonlySet<string>;
    /** What went into a group's name. */
    readonly sources: ReadonlySet<Resource>;
    /** Names that are not known yet, and that no function went into. */
    readonly open: readonly string[];
}

function groupsByName(stack: Stack): Groups {
    const groups = stack.ofType<unknown>(LogGroup);
    const names = groups.map(({ root }) => root.get("name"));
    // What begins with a prefix of the program's own is no name that Lambda knows.
    const unknown = groups.filter(
        (one) => one.root.get("name").state === "unknown" && one.root.get("namePrefix").state === "absent",
    );
    return {
        names: new Set(names.flatMap((name) => name.text() ?? []).filter((name) => name.startsWith("/aws/lambda/"))),
        sources: new Set(groups.flatMap((one) => one.propertyDependencies["name"] ?? [])),
        open: unknown
            .filter((one) => !(one.propertyDependencies["name"] ?? []).some((source) => isOf(source, LambdaFunction)))
            .map(({ root }) => root.get("name").place),
    };
}

/** By `/aws/lambda/NAME`, or by the function's output in the group's name. */
function hasGroup(caller: Resource, { names, sources, open }: Groups): Answer {
    const name = caller.root.get("name");
    const text = name.text();
    if (sources.has(caller) || (text !== undefined && names.has(`/aws/lambda/${text}`))) return yes;
    const awaited = [...open, ...(name.state === "unknown" && names.size > 0 ? [name.place] : [])];
    return awaited.length > 0 ? undecided(...awaited) : no;
}

function sourcesOf(resources: readonly Resource[]): ReadonlySet<Resource> {
    return new Set(resources.flatMap((one) => Object.values(one.propertyDependencies).flat()));
}

/** A log group, with how long it keeps what is in it, and what keeps somebody from deleting it. */
export interface KeptLogs {
    readonly resource: Resource;
    /** In days; absent or 0 is for ever. */
    readonly retention: Value;
    /** Is the retention the program's to choose? The class DELIVERY always keeps two days. */
    readonly isChosen: Answer;
    readonly isProtected: Answer;
}

export const logGroupsOf = fact([LogGroup], (stack): readonly KeptLogs[] =>
    stack.ofType<unknown>(LogGroup).map((resource) => {
        const said = (path: string) => inputOf(resource, path);
        return {
            resource,
            retention: said("retentionInDays"),
            isChosen: not(equals(said("logGroupClass"), "DELIVERY")),
            isProtected: any(
                answer(resource.protect),
                isTrue(said("deletionProtectionEnabled"), false),
                isTrue(said("skipDestroy"), false),
            ),
        };
    }),
);
