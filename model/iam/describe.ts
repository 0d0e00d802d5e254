/**
 * Statements, actions and resources as messages name them. Of what a program wrote, only AWS's own words are repeated, and
 * wildcards: names are left out, since whatever stands there may be anything, a secret too.
 */
import {
    actionsMatching,
    arnFormats,
    isKnownService,
    isUnusual,
    resourceTypesOf,
    serviceFacts,
} from "./knowledge/actions";
import { isEverything } from "./pattern";
import type { Statement } from "./statement";

const REGION = /^(?:[a-z]{2}(?:-[a-z]{2,9}){1,2}-\d|[*?]*)$/;
const ACCOUNT = /^(?:\d{12}|aws|[*?]*)$/;
const PARTITION = /^(?:aws(?:-cn|-us-gov|-iso|-iso-[bef]|-eusc)?|[*?]+)$/;

/** How a message names it: `statement "ReadOrders"`, or `statement 2` for the second. */
export function statementName(statement: Pick<Statement, "sid" | "index">): string {
    return isShowable(statement) ? `statement "${statement.sid}"` : statementNumber(statement);
}

/** The same in a word, as data has it: `ReadOrders`, or `statement 2`. */
export function statementLabel(statement: Pick<Statement, "sid" | "index">): string {
    return isShowable(statement) ? (statement.sid ?? "") : statementNumber(statement);
}

/** Where a statement stands, for whatever finds fault with it: the property path, and which of the policy's statements it is. */
export interface StatementPlace {
    readonly label: string;
    /** Where its `Sid` is not to be told. */
    readonly number: string;
}

export function atStatement(statement: Statement): { readonly at: string; readonly statement: StatementPlace } {
    return { at: statement.path, statement: placeInPolicy(statement) };
}

export function placeInPolicy(statement: Pick<Statement, "sid" | "index">): StatementPlace {
    return { label: statementLabel(statement), number: statementNumber(statement) };
}

export function statementNumber({ index }: Pick<Statement, "index">): string {
    return `statement ${index + 1}`;
}

function isShowable({ sid }: Pick<Statement, "sid">): boolean {
    return sid !== undefined && /^[A-Za-z0-9]{1,64}$/.test(sid);
}

/** An action pattern that fits some action of AWS's. */
export function shownAction(pattern: string): string {
    return isEverything(pattern) || actionsMatching(pattern).length > 0 ? pattern : "an action";
}

/** A resource pattern with `…` in place of names: `arn:aws:iam::111122223333:role/…*`. */
export function shownResource(pattern: string): string {
    if (isEverything(pattern)) return pattern;
    const [scheme, partition = "", service = "", region = "", account = "", ...rest] = pattern.split(":");
    const isArn = scheme === "arn" && PARTITION.test(partition) && (isKnownService(service) || isEverything(service));
    if (!isArn || !REGION.test(region) || !ACCOUNT.test(account) || rest.length === 0) return "a resource";
    const words = resourceWords(service);
    const shown = rest.join(":").replace(/[^*?:/]+/g, (word) => (words.has(word) ? word : "…"));
    return `arn:${partition}:${service}:${region}:${account}:${shown}`;
}

const wordsByService = new Map<string, ReadonlySet<string>>();

/** The fixed words in a service's ARNs: `table` and `index` of DynamoDB's. */
function resourceWords(service: string): ReadonlySet<string> {
    let words = wordsByService.get(service);
    if (!words) {
        const formats = [...(serviceFacts(service)?.resourceTypes.values() ?? [])].flat();
        const rest = formats.map((format) =>
            format
                .split(":")
                .slice(5)
                .join(":")
                .replace(/\$\{[^}]*\}/g, ""),
        );
        words = new Set(rest.flatMap((text) => text.split(/[:/]/)));
        wordsByService.set(service, words);
    }
    return words;
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
    const plain = types.filter(({ type }) => !isUnusual(type));
    const [first] = [...plain.filter(({ required }) => required), ...plain, ...types];
    const [format] = first ? arnFormats(service, first.type) : [];
    return (
        format
            ?.replaceAll("${Partition}", "aws")
            .replace(/\$\{(\w+)\}/g, (_, name: string) => name.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase())
            // A secret's ARN ends in six characters that AWS chooses.
            .replace("SECRET_ID", "SECRET_NAME-??????")
    );
}
