/** What becomes of the reports of a check: where each is written, in which format, and what the command exits with. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { CannotCheck, EXIT, reasonOf } from "../errors";
import type { Judged } from "../recorded/backend-check";
import { type Baseline, baselineOf, readBaseline, withBaseline, writeBaseline } from "../report/baseline";
import type { Besides, Format, Page } from "../report/format";
import { FORMATS, type FormatName } from "../report/formats";
import type { Report } from "../report/model";
import { printable, withoutCommands } from "../report/printable";
import { type AgainstFlags, stopsAtNew } from "./against";

export interface DeliveryFlags extends Pick<AgainstFlags, "failOnNew"> {
    readonly report?: readonly Delivery[];
    readonly json: boolean;
    readonly baseline?: string;
    readonly updateBaseline?: boolean;
}

interface Delivery {
    readonly format: FormatName;
    /** A file; `-` is standard output. */
    readonly to: string;
}

const STDOUT = "-";

export function withDelivery(command: Command): Command {
    return withReports(command).option("--update-baseline", "write what is found now to the file of --baseline", false);
}

export function withReports(command: Command): Command {
    const names = Object.keys(FORMATS).join(", ");
    return command
        .option(
            "--report <format=file>",
            `a report of its own; repeatable; - is standard output. Formats: ${names}`,
            (given: string, before: readonly Delivery[] = []) => [...before, deliveryOf(given, before)],
        )
        .option("--baseline <file>", "accept the findings that this file has, and fail on new ones alone");
}

/** The files that reports are written to, absolute. */
export function filesOfDelivery({ report = [] }: DeliveryFlags): readonly string[] {
    return report.filter(({ to }) => to !== STDOUT).map(({ to }) => path.resolve(to));
}

function deliveryOf(given: string, before: readonly Delivery[]): Delivery {
    const [name = "", ...rest] = given.split("=");
    if (!isFormat(name)) throw new InvalidArgumentError(`The formats are ${Object.keys(FORMATS).join(", ")}.`);
    const to = rest.length === 0 ? STDOUT : rest.join("=");
    if (to === "") throw new InvalidArgumentError(`Name a file: ${name}=FILE, or ${name}=- for standard output.`);
    if (to !== STDOUT && before.some((one) => one.to !== STDOUT && path.resolve(one.to) === path.resolve(to)))
        throw new InvalidArgumentError("Two reports cannot be one file.");
    return { format: name, to };
}

function isFormat(name: string): name is FormatName {
    return Object.hasOwn(FORMATS, name);
}

/** Refuses, before anything is judged, what cannot be delivered. */
export function checkedDelivery(flags: DeliveryFlags): {
    readonly deliveries: readonly Delivery[];
    readonly before: Baseline | undefined;
} {
    const asked: readonly Delivery[] = [
        ...(flags.json ? [{ format: "json", to: STDOUT } as const] : []),
        ...(flags.report ?? []),
    ];
    const printed = asked.filter(({ to }) => to === STDOUT);
    const documents = printed.filter(({ format }) => !FORMATS[format].isLines);
    if (documents.length > 0 && printed.length > 1)
        throw new CannotCheck(
            `standard output holds one report: give the others a file, such as --report ${printed.at(-1)?.format}=FILE`,
        );
    const isTold = documents.length > 0 || printed.some(({ format }) => format === "terminal");
    const deliveries: readonly Delivery[] = isTold ? asked : [{ format: "terminal", to: STDOUT }, ...asked];
    if (flags.updateBaseline && flags.baseline === undefined)
        throw new CannotCheck("--update-baseline needs the file: --baseline FILE");
    const isNew = flags.updateBaseline === true && flags.baseline !== undefined && !existsSync(flags.baseline);
    return { deliveries, before: flags.baseline === undefined || isNew ? undefined : readBaseline(flags.baseline) };
}

/** Does a report that is asked for show the stack as a picture? */
export function needsDrawing({ report = [] }: DeliveryFlags): boolean {
    const formats: Readonly<Record<FormatName, Format>> = FORMATS;
    return report.some(({ format }) => formats[format].needsDrawing);
}

export interface Delivered {
    readonly page: Page;
    /** Takes what the reader should know and no report has a place for. */
    readonly note: (sentence: string) => void;
}

/** Writes the reports of what was judged; gives the exit code. What could not be judged outweighs what was found. */
export function deliverJudged(judged: Judged, flags: DeliveryFlags, delivered: Delivered): number {
    const { reports, failures } = judged;
    const isStopped = deliver(reports, flags, delivered, judged);
    for (const { at, why } of failures)
        process.stderr.write(withoutCommands(`Cannot check: ${printable(why.includes(at) ? why : `${at}: ${why}`)}\n`));
    if (failures.length > 0) return EXIT.cannotCheck;
    return isStopped ? EXIT.violations : EXIT.clean;
}

/**
 * Writes every report that is asked for. Gives whether something stops the deployment: a mandatory violation that no baseline accepts, or
 * what is newly allowed where that was asked for. `note` takes what a limit left out.
 */
export function deliver(
    given: readonly Report[],
    flags: DeliveryFlags,
    { page, note }: Delivered,
    besides: Besides = {},
): boolean {
    const { deliveries, before } = checkedDelivery(flags);
    const baseline = flags.updateBaseline ? baselineOf(given, before) : before;
    const reports = baseline ? withBaseline(given, baseline) : given;
    if (flags.updateBaseline && flags.baseline !== undefined && baseline) writeBaseline(flags.baseline, baseline);
    for (const { format, to } of deliveries) {
        const isHere = to === STDOUT;
        const { text, leftOut } = FORMATS[format].write(reports, isHere ? page : { ...page, colour: false }, besides);
        if (isHere) process.stdout.write(text);
        else writeReport(to, text);
        for (const sentence of leftOut) note(`left out of the ${format} report: ${sentence}`);
    }
    const isViolated = reports.some(({ findings }) =>
        findings.some(({ level, accepted }) => level === "mandatory" && !accepted),
    );
    return isViolated || stopsAtNew(reports, flags);
}

function writeReport(file: string, text: string): void {
    try {
        mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
        writeFileSync(file, text);
    } catch (error) {
        throw new CannotCheck(`the report ${file} cannot be written`, reasonOf(error));
    }
}
