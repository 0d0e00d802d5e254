import { BatchJobDefinition, EcsTaskDefinition, EfsAccessPoint, type ResourceType, valuesAt } from "../../aws";
import { type Answer, absent, all, any, equals, not, present, type Value } from "../../values";
import { fact } from "../fact";
import { inputOf, type Resource } from "../resource";

/** Where tasks and jobs name the file systems of EFS that they mount. Source: typings of @pulumi/aws 7.48.0; API_Volume of Batch. */
const MOUNTS: readonly (readonly [ResourceType, string])[] = [
    [EcsTaskDefinition, "volumes[].efsVolumeConfiguration"],
    [BatchJobDefinition, "containerProperties{}.volumes[].efsVolumeConfiguration"],
];

/** A place at which a program says how files are reached, and whether it leaves something open there. */
export interface FileAccess {
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
}

/** Mounts of tasks and jobs: in plain text, unless they ask for TLS. A function of Lambda has no choice. */
export const plainMounts = fact(
    MOUNTS.map(([type]) => type),
    (stack): readonly FileAccess[] =>
        MOUNTS.flatMap(([type, path]) =>
            stack.ofType(type).flatMap((resource) =>
                valuesAt(resource.root, path).map((mount) => {
                    const at = mount.get("transitEncryption");
                    return { resource, at, when: all(present(mount), not(equals(at, "ENABLED"))) };
                }),
            ),
        ),
);

/** Access points that open the whole file system, and such as take clients for whoever they say they are, or for root. */
export const looseAccessPoints = fact([EfsAccessPoint], (stack) =>
    stack.ofType<unknown>(EfsAccessPoint).map((resource): { readonly [K in "root" | "user"]: FileAccess } => {
        const path = inputOf(resource, "rootDirectory").get("path");
        const uid = resource.root.down("posixUser.uid");
        return {
            root: { resource, at: path, when: any(absent(path), equals(path, "/", "")) },
            user: { resource, at: uid, when: any(absent(uid), equals(uid, 0)) },
        };
    }),
);
