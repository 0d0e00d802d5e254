import type { Value } from "../values";
import type { ResourceType } from "./resource-type";
import * as types from "./types";

/**
 * A default that AWS changed for what is made from a day on. What was made before stays as it was, and no program says when that
 * was: so a setting that was left to this default is a hint, neither a violation nor a pass.
 */
export interface DatedDefault {
    readonly types: readonly ResourceType[];
    readonly property: string;
    /** The first day of the new default, as in `2026-02-18`. */
    readonly since: string;
    readonly before: boolean;
    readonly after: boolean;
    /** Whether the new value holds also where a program asks for the old one. */
    readonly enforced: boolean;
    /** Values of other inputs under which the old default holds on. */
    readonly except: Readonly<Record<string, readonly string[]>>;
    readonly source: string;
}

export const datedDefaults: readonly DatedDefault[] = [
    {
        types: [types.RdsCluster, types.RdsGlobalCluster],
        property: "storageEncrypted",
        since: "2026-02-18",
        before: false,
        after: true,
        enforced: true,
        // Multi-AZ DB clusters of RDS are the same type, and no Aurora.
        except: { engine: ["postgres", "mysql"] },
        source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
    },
    {
        types: [types.RedshiftCluster],
        property: "encrypted",
        since: "2025-01-10",
        before: false,
        after: true,
        enforced: false,
        except: {},
        source: "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html",
    },
];

/** The change of a default that this input was left to; where another input that decides is unknown, the change may hold. */
export function datedDefault(type: string, property: string, inputs: Value): DatedDefault | undefined {
    return datedDefaults.find(
        (one) =>
            one.property === property &&
            one.types.some(({ token }) => token === type) &&
            (one.enforced || inputs.get(property).state === "absent") &&
            !Object.entries(one.except).some(([other, values]) => values.includes(inputs.get(other).text() ?? "")),
    );
}
