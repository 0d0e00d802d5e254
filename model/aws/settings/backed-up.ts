/**
 * What AWS Backup copies: https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html. Buckets are not among it:
 * it asks them for versions first.
 */
import { type Answer, all, answer, any, equals, every, no, not, some, undecided, type Value, yes } from "../../values";
import { each } from "../place";
import type { ResourceType } from "../resource-type";
import {
    BackupSelection,
    DocDbCluster,
    DynamoDbTable,
    EfsFileSystem,
    FsxOntapFileSystem,
    FsxOpenZfsFileSystem,
    FsxWindowsFileSystem,
    NeptuneCluster,
    RdsCluster,
    RdsInstance,
    RedshiftCluster,
} from "../types";
import { type Condition, companion, either } from "./condition";

/** A selection of the stack takes in everything, all of its kind, or what has tags as this has. Tags that the provider adds by default are not seen. */
const takenIn: Condition<unknown> = {
    words: "where a backup selection of the stack takes it in by its kind or tags",
    paths: [],
    others: [BackupSelection],
    holds: ({ root, around }) =>
        around?.someOf(BackupSelection, (selection) =>
            all(
                takes(selection.root, root.get("tags"), around.type),
                not(answer(namesAll(selection.root.get("notResources"), around.type))),
            ),
        ) ?? no,
};

/** How an ARN goes on behind the account, by type. */
const KINDS: readonly (readonly [service: string, kind: string, ...types: readonly ResourceType[]])[] = [
    ["dynamodb", "table/", DynamoDbTable],
    ["rds", "db:", RdsInstance],
    ["rds", "cluster:", RdsCluster, DocDbCluster, NeptuneCluster],
    ["elasticfilesystem", "file-system/", EfsFileSystem],
    ["fsx", "file-system/", FsxOntapFileSystem, FsxOpenZfsFileSystem, FsxWindowsFileSystem],
    ["redshift", "cluster:", RedshiftCluster],
];

/** Does the list name everything, or all of the type's kind, as `arn:aws:dynamodb:*:*:table/*` does? */
function namesAll(list: Value, token: string): boolean {
    const kind = KINDS.find(([, , ...types]) => types.some((type) => type.token === token));
    return list.items().some((one) => {
        const said = (one as Value).text() ?? "";
        const [, , service, , , ...rest] = said.split(":");
        if (said === "*") return true;
        return kind !== undefined && service === kind[0] && [`${kind[1]}*`, "*"].includes(rest.join(":"));
    });
}

/** A selection of AWS Backup in the stack takes it in, by name or by tags. */
export const backedUp: Condition<unknown> = either(
    companion(BackupSelection, (selection) => each(selection.resources)),
    takenIn,
);

function takes(selection: Value, tags: Value, token: string): Answer {
    return any(
        namesAll(selection.get("resources"), token) ? meets(selection.get("conditions"), tags) : no,
        some(selection.get("selectionTags") as Value<readonly unknown[]>, (tag) =>
            isTagged(tags, (tag as Value).get("key"), (tag as Value).get("value")),
        ),
    );
}

/** Of the conditions on tags, those that ask for a value are read. */
function meets(conditions: Value, tags: Value): Answer {
    if (conditions.state === "unknown") return undecided(conditions.place);
    const others = ["stringLikes", "stringNotEquals", "stringNotLikes"].map((name) => conditions.get(name));
    return all(
        every(conditions.get("stringEquals") as Value<readonly unknown[]>, (one) =>
            isTagged(tags, (one as Value).get("key"), (one as Value).get("value")),
        ),
        ...others.map((one) => (one.state === "absent" ? yes : undecided(one.place))),
    );
}

function isTagged(tags: Value, key: Value, value: Value): Answer {
    const name = key.text()?.replace(/^aws:ResourceTag\//, "");
    if (name === undefined) return key.state === "unknown" ? undecided(key.place) : no;
    const wanted = value.scalar();
    if (wanted === undefined) return value.state === "unknown" ? undecided(value.place) : no;
    const tag = tags.get(name);
    return tag.state === "absent" ? answer(false) : equals(tag, wanted);
}
