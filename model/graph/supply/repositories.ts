import { EcrRegistryScanningConfiguration, EcrRepository, EcrRepositoryCreationTemplate } from "../../aws";
import { matches } from "../../iam";
import { type Answer, all, answer, any, equals, holds, isTrue, not, some, undecided, type Value } from "../../values";
import { fact } from "../fact";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

/** How a repository of ECR, or a template of such, holds its tags. */
interface Tags {
    readonly at: Value;
    /** All but those that a filter names: `IMMUTABLE_WITH_EXCLUSION`. */
    readonly areHeld: Answer;
    /** Those alone that a filter names: `MUTABLE_WITH_EXCLUSION`. */
    readonly areHeldByFilter: Answer;
    readonly areFiltered: Answer;
    readonly filters: Value<readonly unknown[]>;
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html */
function tagsOf(repository: Resource): Tags {
    const at = repository.root.get("imageTagMutability");
    return {
        at,
        areHeld: equals(at, "IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"),
        areHeldByFilter: equals(at, "MUTABLE_WITH_EXCLUSION"),
        areFiltered: equals(at, "IMMUTABLE_WITH_EXCLUSION"),
        filters: repository.root.get("imageTagMutabilityExclusionFilters") as Value<readonly unknown[]>,
    };
}

/** Does no push move the tag to another image? Of a tag that is not known, whichever it is. */
export function holdsTag(repository: Resource, tag: string | undefined, place: string): Answer {
    const { areHeld, areHeldByFilter, areFiltered, filters } = tagsOf(repository);
    const isNamed =
        tag === undefined
            ? undecided(place)
            : some(filters, (filter) => holds(filter.get("filter"), (pattern) => matches(pattern, tag)));
    return any(all(areHeld, not(all(areFiltered, isNamed))), all(areHeldByFilter, isNamed));
}

/** A repository whose tags anybody who pushes may move. */
export interface MutableTags {
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
    /** It is for repositories that are made later. */
    readonly isTemplate: boolean;
}

/** A template for what is cached of other registries follows those registries' tags. */
export const mutableTags = fact([EcrRepository, EcrRepositoryCreationTemplate], (stack): readonly MutableTags[] =>
    stack.ofType<unknown>(EcrRepository, EcrRepositoryCreationTemplate).map((resource) => {
        const { at, areHeld, areFiltered, filters } = tagsOf(resource);
        const excludesAll = some(filters, (filter) => equals(filter.get("filter"), "*"));
        const isTemplate = resource.type === EcrRepositoryCreationTemplate.token;
        const uses = resource.root.get("appliedFors") as Value<readonly string[]>;
        const isCache = isTemplate
            ? all(
                  answer(uses.items().length === 1),
                  some(uses, (use) => equals(use, "PULL_THROUGH_CACHE")),
              )
            : answer(false);
        return { resource, at, when: all(not(isCache), any(not(areHeld), all(areFiltered, excludesAll))), isTemplate };
    }),
);

/** A repository whose images nobody looks through for known holes when they are pushed. */
export interface UnscannedRepository {
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
}

export const unscannedRepositories = fact(
    [EcrRepository, EcrRegistryScanningConfiguration],
    (stack): readonly UnscannedRepository[] =>
        stack.ofType<unknown>(EcrRepository).map((resource) => {
            const at = resource.root.down("imageScanningConfiguration.scanOnPush");
            return { resource, at, when: not(any(isTrue(at, false), isScannedByRegistry(stack, resource))) };
        }),
);

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html */
function isScannedByRegistry(stack: Stack, repository: Resource): Answer {
    const name = repository.root.get("name");
    const rules = stack.ofType<unknown>(EcrRegistryScanningConfiguration).map(({ root }) => root.get("rules"));
    return any(
        ...rules.map((list) =>
            some(list as Value<readonly unknown[]>, (rule) =>
                all(
                    equals(rule.get("scanFrequency"), "SCAN_ON_PUSH", "CONTINUOUS_SCAN"),
                    some(rule.get("repositoryFilters") as Value<readonly unknown[]>, (filter) =>
                        covers(filter.get("filter"), name),
                    ),
                ),
            ),
        ),
    );
}

/** A filter without a star is for every name that contains it. */
function covers(filter: Value, name: Value): Answer {
    const pattern = filter.text();
    if (pattern === "*") return answer(true);
    if (pattern === undefined) return undecided(filter.place);
    return holds(name, (text) => matches(pattern.includes("*") ? pattern : `*${pattern}*`, text));
}
