/**
 * Statements, actions and resources as messages name them. A pattern is shown only if it has an action's or an ARN's shape:
 * whatever else a program put there may be anything, a secret too.
 */
import { arnFormats, resourceTypesOf } from "./knowledge/actions";
import { isEverything } from "./pattern";
import type { Statement } from "./statement";

const ACTION = /^[a-z0-9*?-]{1,40}:[a-z0-9*?]{1,80}$/i;
const RESOURCE = /^arn:[\w*-]{1,20}:[a-z0-9*?-]{0,40}:[\w*?-]{0,30}:[\d*?]{0,12}:[^\s"'`]{1,160}$/;

/** How a message names it: `statement "ReadOrders"`, or `statement 2` for the second. */
export function statementName(statement: Pick<Statement, "sid" | "index">): string {
    const isShowable = statement.sid !== undefined && /^[A-Za-z0-9]{1,64}$/.test(statement.sid);
    return isShowable ? `statement "${statement.sid}"` : `statement ${statement.index + 1}`;
}

export function shownAction(pattern: string): string {
    return isEverything(pattern) || ACTION.test(pattern) ? pattern : "an action";
}

export function shownResource(pattern: string): string {
    return isEverything(pattern) || RESOURCE.test(pattern) ? pattern : "a resource";
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function listed(all: readonly string[], most = 3): string {
    const names = [...new Set(all)];
    if (names.length > most) return `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
    return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/**
 * The form of the ARN that a statement for this action should name, such as
 * `arn:aws:dynamodb:REGION:ACCOUNT:table/TABLE_NAME`; undefined for an action that has no resources.
 */
export function exampleArn(action: string): string | undefined {
    const service = action.slice(0, action.indexOf(":"));
    const types = resourceTypesOf(action);
    const [first] = [...types.filter(({ required }) => required), ...types];
    const [format] = first ? arnFormats(service, first.type) : [];
    return (
        format
            ?.replaceAll("${Partition}", "aws")
            .replace(/\$\{(\w+)\}/g, (_, name: string) => name.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase())
            // A secret's ARN ends in six characters that AWS chooses.
            .replace("SECRET_ID", "SECRET_NAME-??????")
    );
}
