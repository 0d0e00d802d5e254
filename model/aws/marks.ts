import marks from "../../data/aws/marks.json";

const table: Readonly<Record<string, string>> = marks.table;

/**
 * The properties of a resource that its constructor marks secret whatever they hold: the value of a parameter of type `String` as
 * well as a password. Such a mark is the provider's opinion of the property and tells nothing of this value. Of `@pulumi/aws`, whose
 * SDKs mark the same in every language; other packages' types have none here, for no rule asks about their marks.
 */
export function alwaysMarked(type: string): readonly string[] {
    let found = known.get(type);
    if (!found) {
        found = table[type]?.split(" ") ?? [];
        known.set(type, found);
    }
    return found;
}

/** Asked of each resource; a type has one list. */
const known = new Map<string, readonly string[]>();
