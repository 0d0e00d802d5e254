/**
 * What AWS Backup copies: https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html. Buckets are not among it:
 * it asks them for versions first.
 */
import { type Answer, all, answer, any, equals, every, no, some, undecided, type Value, yes } from "../../values";
import { each } from "../place";
import { BackupSelection } from "../types";
import { type Condition, companion, either } from "./condition";

/** A selection of the stack takes in everything, or what has tags as this has. Tags that the provider adds by default are not seen. */
const takenIn: Condition<unknown> = {
    words: "where a backup selection of the stack takes it in by its tags",
    paths: [],
    others: [BackupSelection],
    holds: ({ root, around }) =>
        around?.someOf(BackupSelection, (selection) => takes(selection.root, root.get("tags"))) ?? no,
};

/** A selection of AWS Backup in the stack takes it in, by name or by tags. */
export const backedUp: Condition<unknown> = either(
    companion(BackupSelection, (selection) => each(selection.resources)),
    takenIn,
);

function takes(selection: Value, tags: Value): Answer {
    const isEverything = selection
        .get("resources")
        .items()
        .some((one) => (one as Value).text() === "*");
    return any(
        isEverything ? meets(selection.get("conditions"), tags) : no,
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
