import { type Answer, answer, any, holds, type Value } from "../values";

/** What people call the host through which they reach private networks. */
const BASTION = /bastion|jump[-_ ]?(?:host|box|server)|(?:^|[-_ ])jump(?:[-_ ]|$)|ssh[-_ ]?(?:gateway|proxy|tunnel)/i;

/** Is it a bastion, by its own name, the names it is given, or its tags? */
export function isBastion(name: string, root: Value): Answer {
    const tags = [
        root.get("tags"),
        ...root
            .get("tagSpecifications")
            .items()
            .map((one) => one.get("tags")),
    ];
    const named = ["name", "namePrefix", "keyName", "keyNamePrefix"].map((key) => root.get(key));
    return any(
        answer(BASTION.test(name)),
        ...named.map((value) => known(value)),
        ...tags.flatMap((tag) =>
            tag.entries().map(([key, value]) => any(answer(/^bastion$/i.test(key)), nameTag(key, value))),
        ),
    );
}

/** A tag says what an instance is for by its name or its role; an unknown one says nothing. */
function nameTag(key: string, value: Value): Answer {
    return /^(?:name|role|purpose|component|service|function)$/i.test(key) ? known(value) : answer(false);
}

function known(value: Value): Answer {
    return value.state === "unknown" ? answer(false) : holds(value, (text) => BASTION.test(text));
}
