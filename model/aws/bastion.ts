import { type Answer, answer, any, holds, type Value } from "../values";

/** What people call the host through which they reach private networks. */
const BASTION =
    /bastion|jump[-_ ]?(?:host|box|server)|(?:^|[-_ ])jump(?:[-_ ]|$)|ssh[-_ ]?(?:gateway|host|proxy|tunnel)|(?:ssm|db|database)[-_ ]?tunnel|tunnel[-_ ]?(?:box|host|instance)/i;

/** Is it a bastion, by its own name, the names it is given, or its tags? */
export function isBastion(name: string, root: Value): Answer {
    const named = ["name", "namePrefix", "iamInstanceProfile", "iamInstanceProfile.name"].map((path) =>
        root.down(path),
    );
    return any(
        answer(BASTION.test(name)),
        ...named.map(known),
        ...["", "tagSpecifications", "launchSpecifications"].flatMap((path) =>
            tagged(path === "" ? root : root.get(path)),
        ),
    );
}

/** Is the key pair for one, by its name? */
export function isForBastion(name: string, root: Value): Answer {
    return any(isBastion(name, root), ...["keyName", "keyNamePrefix"].map((key) => known(root.get(key))));
}

/** What the tags of a resource, or of each element of a list, say; those of a group of instances are a list themselves. */
function tagged(holder: Value): readonly Answer[] {
    return (holder.items() as readonly Value[]).flatMap((one) => {
        const tags = one.get("tags");
        const pairs = tags.entries();
        const listed = (pairs.length > 0 ? [] : (tags.items() as readonly Value[])).map(
            (tag) => [tag.get("key").text() ?? "", tag.get("value")] as const,
        );
        return [...pairs, ...listed].map(([key, value]) => any(answer(/^bastion$/i.test(key)), nameTag(key, value)));
    });
}

/** A tag says what an instance is for by its name or its role; an unknown one says nothing. */
function nameTag(key: string, value: Value): Answer {
    return /^(?:name|role|purpose|component|service|function)$/i.test(key) ? known(value) : answer(false);
}

function known(value: Value): Answer {
    return value.state === "unknown" ? answer(false) : holds(value, (text) => BASTION.test(text));
}
