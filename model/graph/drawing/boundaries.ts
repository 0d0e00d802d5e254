/** Permissions boundaries: what an identity may do at most. They grant nothing, so no line is theirs. */
import { type Statement, shownAction, statementLabel } from "../../iam";
import { valueAt } from "../../values";
import type { Identity } from "../identities/identities";
import type { Arns } from "./arns";
import type { Canvas } from "./canvas";
import type { DrawnBoundary, DrawnGrant } from "./drawing";
import { levelsOfStatement } from "./levels";
import { compare } from "./lines";
import { onPattern } from "./named-resources";

/** Undefined where there is none. */
export function boundaryOf(canvas: Canvas, arns: Arns, { boundary }: Identity): DrawnBoundary | undefined {
    if (boundary.kind === "none") return undefined;
    const { at, holder, policy } = boundary;
    const place = typeof policy === "object" ? policy : holder;
    const drawn = (statement: Statement): DrawnGrant => {
        const path = statement.path || at.path;
        const { actions, resources, conditions } = statement;
        const bounds = canvas.conditions.numberOf(conditions, place, path);
        const on = (resources?.patterns ?? []).map((pattern) => onPattern(arns, pattern));
        return {
            urn: place.urn,
            path,
            statement: statementLabel(statement),
            effect: statement.effect === "Deny" ? "Deny" : "Allow",
            ...(actions.not && { isNot: true as const }),
            // Also of one of AWS's all that it allows: by what is left out nothing could be told.
            actions: [...new Set(actions.patterns.map(shownAction))].sort(),
            levels: levelsOfStatement(statement),
            resources: resources?.not ? [{ pattern: "*" }] : on,
            ...(resources?.not && on.length > 0 && { excepted: on }),
            condition: [...new Set(conditions.map(({ key }) => key))].sort(),
            ...(bounds !== undefined && { bounds }),
        };
    };
    const isRead = boundary.kind === "read" && !isSecret(boundary.statements, place);
    return {
        urn: holder.urn,
        path: at.path,
        ...(policy !== undefined && { policy: typeof policy === "object" ? policy.urn : policy }),
        ...(isRead && { grants: boundary.statements.map(drawn).sort((a, b) => compare(keyOf(a), keyOf(b))) }),
    };
}

function isSecret(statements: readonly Statement[], place: Parameters<Canvas["idOf"]>[0]): boolean {
    return statements.some(({ path }) => path !== "" && valueAt(place.root, path).secret);
}

function keyOf({ path, statement }: DrawnGrant): string {
    return `${path} ${statement}`;
}
