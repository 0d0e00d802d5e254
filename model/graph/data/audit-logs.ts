import {
    type AuditExports,
    type AuditSwitch,
    answersBy,
    auditCompanions,
    auditExports,
    exportPlaces,
    exportsSome,
    queryLogParameters,
    RdsInstance,
    RdsOptionGroup,
    RedshiftCluster,
    type ResourceType,
    rowsOn,
} from "../../aws";
import { type Answer, all, answer, any, holds, isTrue, not, undecided, type Value } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { pointsTo, possible } from "../link";
import { inputOf, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import {
    type DatabaseParameters,
    databaseParameters,
    engineOf,
    type GroupOf,
    groupOf,
    optionOf,
    parameterOf,
} from "./database-parameters";
import { settingSubject } from "./setting-subject";

/** A log of who did what that is not kept. */
export interface MissingAuditLog {
    /** What must change. */
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
    /** It is not asked for; or it is, and nothing is written into it, for want of a parameter or of an option. */
    readonly kind: "export" | "parameter" | "option";
    /** The log, the parameter or the option. */
    readonly wanted: string;
    /** What a log that is exported needs besides. */
    readonly besides?: string;
    readonly value?: string;
    /** It is switched off outright. */
    readonly isSaid?: boolean;
    /** Where the setting is one of its own type's. */
    readonly fix?: string;
}

/** What has a setting for it. */
export const auditRows = rowsOn("logged", ["broker", "search", "warehouse"]);

const WAREHOUSE_FIX =
    'Declare aws.redshift.Logging for it: { clusterIdentifier: cluster.clusterIdentifier, logDestinationType: "cloudwatch", logExports: ["connectionlog", "userlog", "useractivitylog"] }.';

const asked: readonly ResourceType[] = [...exportPlaces, ...auditRows, ...auditCompanions].map(({ type }) => type);

export const missingAuditLogs = fact(
    [...asked, RedshiftCluster, databaseParameters, RdsOptionGroup],
    (stack): readonly MissingAuditLog[] => [
        ...exportPlaces.flatMap(({ type, at }) =>
            stack.ofType(type).flatMap((database) => ofExports(stack, database, inputOf(database, at))),
        ),
        ...auditRows.flatMap((row) =>
            stack.ofType(row.type).flatMap((resource) =>
                answersBy(row, settingSubject(stack, resource)).map(({ at, bad: when }) => {
                    const { fix } = row;
                    return {
                        resource,
                        at,
                        when,
                        kind: "export",
                        wanted: "",
                        ...(fix !== undefined && { fix }),
                    } as const;
                }),
            ),
        ),
        ...stack.ofType(RedshiftCluster).map((resource) => {
            const at = inputOf(resource, "logging");
            const isLogged = any(isTrue(inputOf(resource, "logging.enable"), false), hasCompanion(stack, resource));
            return { resource, at, when: not(isLogged), kind: "export", wanted: "", fix: WAREHOUSE_FIX } as const;
        }),
    ],
);

/** PostgreSQL that writes no queries into its log. */
export const missingQueryLogs = fact([databaseParameters], (stack) =>
    databaseParameters(stack).map(({ holder: resource, at, isRead, family }) => {
        const isPostgres = "awaits" in family ? undecided(family.awaits) : answer(/postgres/.test(family.engine));
        const isOn = queryLogParameters.map(({ name, isOn }) => {
            const parameter = parameterOf(at, name);
            return all(
                parameter.isSaid,
                holds(parameter.at, (text) => isOn(text.toLowerCase())),
            );
        });
        return { resource, at, when: all(isPostgres, isRead, not(any(...isOn))) };
    }),
);

function ofExports(stack: Stack, database: Resource, at: Value): readonly MissingAuditLog[] {
    const engine = engineOf(stack, database);
    const text = engine.text()?.toLowerCase();
    const rows = auditExports.filter((row) => text === undefined || row.engine.test(text));
    const [row, ...others] = rows;
    if (!row) return [];
    const logs = rows.flatMap((row) => row.logs);
    const isLogged = any(exportsSome(at, logs), hasCompanion(stack, database));
    const isKnown = text === undefined ? undecided(engine.place) : all();
    const [wanted = ""] = row.logs;
    const missing = {
        resource: database,
        at,
        when: all(not(isLogged), isKnown),
        kind: "export",
        wanted,
        ...besides(row),
    } as const;
    return [missing, ...(others.length === 0 ? unwritten(stack, database, at, row) : [])];
}

function besides({ option, parameter }: AuditExports): { readonly besides?: string } {
    if (option !== undefined) return { besides: `the option ${option}` };
    return parameter ? { besides: `${parameter.name}: "${parameter.value}" in its parameter group` } : {};
}

/** What keeps an exported log empty. */
function unwritten(stack: Stack, database: Resource, exported: Value, row: AuditExports): readonly MissingAuditLog[] {
    const isAudit = exportsSome(exported, ["audit"]);
    const parameters = stack.once(parametersByDatabase, parametersByDatabase).get(database);
    const byParameter = row.parameter && parameters ? [withoutParameter(parameters, row.parameter)] : [];
    const group = groupOf(stack, database, inputOf(database, "optionGroupName"), "options", [RdsOptionGroup]);
    // Clusters of three nodes take no options.
    const byOption = row.option === undefined || !isOf(database, RdsInstance) ? [] : [withoutOption(group, row.option)];
    // Of other logs that tell as much, one is enough.
    const others = row.logs.filter((log) => log !== "audit");
    return [...byParameter, ...byOption].map((one) => ({
        ...one,
        when: all(isAudit, not(exportsSome(exported, others)), one.when),
    }));
}

function withoutParameter({ holder, at, isRead }: DatabaseParameters, wanted: AuditSwitch): MissingAuditLog {
    const { name, value, isOn, isOffByDefault } = wanted;
    const said = parameterOf(at, name);
    const isOff = not(holds(said.at, (text) => isOn(text.trim().toLowerCase())));
    const when = any(all(isRead, said.isSaid, isOff), all(answer(isOffByDefault), isRead, not(said.isSaid)));
    return {
        resource: holder,
        at: said.at,
        when,
        kind: "parameter",
        wanted: name,
        value,
        isSaid: said.isSaid.is === "yes",
    };
}

function withoutOption({ holder, at, isRead }: GroupOf, name: string): MissingAuditLog {
    return { resource: holder, at, when: all(isRead, not(optionOf(at, name).isSaid)), kind: "option", wanted: name };
}

function parametersByDatabase(stack: Stack): ReadonlyMap<Resource, DatabaseParameters> {
    return new Map(databaseParameters(stack).map((one) => [one.database, one]));
}

/** Does something beside it keep its log? Undecided while it is not known what that names. */
function hasCompanion(stack: Stack, resource: Resource): Answer {
    const { byResource, open } = stack.once(companions, companions);
    const others = open.filter(({ of }) => of.token === resource.type).map(({ awaits }) => undecided(awaits));
    return any(...(byResource.get(resource) ?? []), ...others);
}

function companions(stack: Stack) {
    const links = auditCompanions.flatMap(({ type, at, of }) =>
        stack.ofType(type).map((one) => ({ of, link: stack.link<unknown>(one, one.root.get(at), of) })),
    );
    const named = links.flatMap(({ link }) => possible(link).map((one) => [pointsTo(link, one), [one]] as const));
    const open = links.flatMap(({ of, link }) => (link.kind === "unknown" ? [{ of, awaits: link.awaits }] : []));
    return { byResource: grouped(named), open };
}
