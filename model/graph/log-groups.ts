import { CloudFrontDistribution, LambdaFunction, LogGroup } from "../aws";
import { type Answer, all, answer, any, equals, filled, isTrue, no, not, undecided, type Value, yes } from "../values";
import { fact } from "./fact";
import { type Resource, saidAt } from "./resource";

/** A function of which no log group is declared: neither one that it names, nor one of the name that Lambda would make. */
export interface UnownedLogs {
    readonly resource: Resource;
    readonly when: Answer;
}

/** Functions of a distribution write in the regions of their viewers, to groups that no program declares. */
export const unownedLogsOf = fact([LambdaFunction], (stack): readonly UnownedLogs[] => {
    const groups = stack.ofType<unknown>(LogGroup);
    const atEdge = new Set(
        stack.ofType(CloudFrontDistribution).flatMap((one) => Object.values(one.propertyDependencies).flat()),
    );
    return stack
        .ofType<unknown>(LambdaFunction)
        .filter((resource) => !atEdge.has(resource))
        .map((resource) => {
            const isNamed = filled(saidAt(resource, "loggingConfig.logGroup"));
            return {
                resource,
                when: all(not(isNamed), not(any(...groups.map((group) => isGroupOf(resource, group))))),
            };
        });
});

/** `/aws/lambda/NAME`, by both names or by what the group's name comes from. */
function isGroupOf(caller: Resource, group: Resource): Answer {
    if (group.propertyDependencies["name"]?.includes(caller)) return yes;
    const [own, name] = [caller.root.get("name"), group.root.get("name")];
    const [ownText, text] = [own.text(), name.text()];
    if (text !== undefined && !text.startsWith("/aws/lambda/")) return no;
    if (ownText !== undefined && text !== undefined) return answer(text === `/aws/lambda/${ownText}`);
    // What only the provider will know begins as it was told to.
    if (name.state === "unknown" && group.root.get("namePrefix").state !== "absent") return no;
    return undecided(...[own, name].filter(({ state }) => state === "unknown").map(({ place }) => place));
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
        const said = (path: string) => saidAt(resource, path);
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
