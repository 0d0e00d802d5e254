import {
    CloudFormationStack,
    CloudFormationStackInstances,
    CloudFormationStackSet,
    CloudFormationStackSetInstance,
    type ResourceType,
    ServerlessRepositoryCloudFormationStack,
} from "../../aws";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

/** What makes resources of its own, which are none of this stack: ways may lead through them. */
export interface Unread {
    readonly resource: Resource;
    /** In words: what is not read of it. */
    readonly what: string;
}

const TEMPLATES: readonly ResourceType[] = [
    CloudFormationStack,
    CloudFormationStackSet,
    CloudFormationStackInstances,
    CloudFormationStackSetInstance,
    ServerlessRepositoryCloudFormationStack,
];

export function unreadIn(stack: Stack): readonly Unread[] {
    return [
        ...stack
            .ofType<unknown>(...TEMPLATES)
            .map((resource) => ({ resource, what: "what its CloudFormation template makes" })),
        ...stack.resources
            .filter(({ type }) => type.startsWith("aws-native:"))
            .map((resource) => ({ resource, what: "a resource of aws-native, which this pack does not read" })),
    ];
}
