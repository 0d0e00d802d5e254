import { type Meant, type Statement, statementLabel } from "../../iam";
import type { Answer } from "../../values";
import type { Resource } from "../resource";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";
import { levelsOfStatement } from "./levels";
import { anyAccount, internet } from "./outside";
import { shownActions } from "./shown-actions";

export interface Asked {
    readonly canvas: Canvas;
    readonly to: string;
    readonly resource: Resource;
    readonly isLetIn: Answer;
    /** Of what the policy hangs on. */
    readonly service: string;
    readonly fixes: ReadonlyMap<string, string>;
    readonly isSecret: boolean;
}

export interface Said {
    readonly from: string;
    readonly who: string;
    readonly when: Answer;
    readonly guard?: string;
    readonly closes?: string;
    readonly isQuiet?: true;
}

export function draw({ canvas, to, resource, isSecret }: Asked, statement: Statement, said: Said): void {
    const certain = awaited(said.when);
    if (!certain || said.from === to) return;
    const { from, who, guard, closes, isQuiet } = said;
    const actions = isSecret ? [] : shownActions(statement);
    const what = isSecret ? "do what a secret policy allows" : actions.join(", ") || "act";
    canvas.line({
        from,
        to,
        kind: "may",
        says: `${who} may ${what} on ${canvas.nameOf(to)}, by its own policy.`,
        actions,
        levels: isSecret ? [] : levelsOfStatement(statement),
        ...(guard !== undefined && { guard }),
        ...(closes !== undefined && { isOpen: true as const, closes }),
        ...(isQuiet && { isQuiet }),
        via: [{ urn: resource.urn, path: statement.path, ...(!isSecret && { statement: statementLabel(statement) }) }],
        ...certain,
        bound: isSecret ? undefined : canvas.conditions.numberOf(statement.conditions, resource, statement.path),
        apart: closes === undefined ? "" : "open",
    });
}

/** Services that take requests which nobody signed; to the others everybody is every account of AWS's. Source: each one's page on anonymous access. */
const TAKES_UNSIGNED: ReadonlySet<string> = new Set(["s3", "sqs", "sns", "es", "execute-api"]);

export function strangers({ canvas, service }: Asked, whom: Meant["whom"]): Pick<Said, "from" | "who"> {
    if (whom === "tokens") return { from: internet(canvas), who: "Whoever has an account at an identity provider" };
    return TAKES_UNSIGNED.has(service)
        ? { from: internet(canvas), who: "Anyone on the internet" }
        : { from: anyAccount(canvas), who: "Everyone, of any AWS account," };
}
