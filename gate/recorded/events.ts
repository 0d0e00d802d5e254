import { parseUrn } from "../../pack/urn";
import { CannotCheck } from "../errors";
import { isProvider, STACK_TYPE } from "../host/urns";
import { record } from "../project/project";
import { type Finding, findingsInOrder, type Report } from "../report/model";
import { parsed, textOf } from "./document";
import { isEvents } from "./read";
import { type Saved, textOrNothing, texts } from "./resources";
import { withoutSummaries } from "./summed-up";

/**
 * The report on a stream of the engine's events: of a streaming preview, of `pulumi policy analyze --json`, of what the Automation API hands
 * to `onEvent`, or of Pulumi Cloud; a line each, a list, or `{events: []}`. Events know neither files nor lines. Throws `CannotCheck` where
 * the stream does not come to its end, and where no policy took part.
 */
export function eventsReport(bytes: Buffer, name: string): Report {
    const text = textOf(bytes, name);
    const events = eventsOf(text, name);
    const of = (kind: string) => events.flatMap((event) => (kind in event ? [record(event[kind])] : []));
    const summary = of("summaryEvent").at(-1);
    if (!summary)
        throw new CannotCheck(`${name} is truncated: its events end before their summary, so not all was judged`);
    const analyzed = [...of("policyAnalyzeSummaryEvent"), ...of("policyAnalyzeStackSummaryEvent")];
    const violations = of("policyEvent");
    const packs = Object.keys(record(summary["PolicyPacks"]));
    if (violations.length + analyzed.length + packs.length === 0)
        throw new CannotCheck(`nothing was judged: no policy pack took part in ${name}`);
    const findings = violations.map(findingOf);
    if (summary["result"] === "failed" && !findings.some(({ level }) => level === "mandatory")) {
        const errors = of("diagnosticEvent").filter(({ severity }) => severity === "error");
        throw new CannotCheck(
            `the operation of ${name} failed, so not all was judged`,
            errors.map(({ message }) => uncoloured(textOrNothing(message))).join(""),
        );
    }
    const steps = [...of("resourcePreEvent"), ...of("resOutputsEvent")].map((event) => record(event["metadata"]));
    const urns = new Set(
        [...steps.map(({ urn }) => urn), ...[...analyzed, ...violations].map(({ resourceUrn }) => resourceUrn)].filter(
            (urn): urn is string => typeof urn === "string" && urn !== "",
        ),
    );
    const names = analyzed.flatMap(({ passed, failed }) => [...texts(passed), ...texts(failed)]);
    const policies = new Set([...names, ...findings.map(({ policy }) => policy)]);
    const stackUrn = [...urns].find((urn) => parseUrn(urn).type === STACK_TYPE) ?? "";
    const told = withoutSummaries(findings, { policies, urns, stack: stackUrn });
    const own = [...urns].filter((urn) => !isProvider(parseUrn(urn).type) && parseUrn(urn).type !== STACK_TYPE);
    const [first = ""] = urns;
    const { project, stack } = parseUrn(first);
    return {
        project,
        stack,
        record: { of: "events", at: name },
        resources: own.length,
        judged: own.length,
        checks: names.length,
        ...told,
        findings: findingsInOrder(told.findings),
        lookups: [],
        milliseconds: Number(summary["durationSeconds"] ?? 0) * 1000,
    };
}

function eventsOf(text: string, name: string): readonly Saved[] {
    if (!isEvents(text) && !/^\{.*"sequence"/m.test(text))
        throw new CannotCheck(`${name} holds no events of Pulumi's engine`);
    if (/^\s*\[/.test(text) || /^\s*\{\s*"events"/.test(text)) {
        const document = parsed(text, name);
        const list = Array.isArray(document) ? document : record(document)["events"];
        return Array.isArray(list) ? list.map(record) : [];
    }
    // What else a command prints, such as a warning, stands between the lines.
    const lines = text.split("\n").map((line, index) => ({ line: line.trim(), number: index + 1 }));
    const last = lines.findLast(({ line }) => line !== "")?.number;
    return lines
        .filter(({ line }) => line.startsWith("{"))
        .map(({ line, number }) => {
            try {
                return record(JSON.parse(line));
            } catch {
                throw number === last
                    ? new CannotCheck(`${name} is truncated: its last event (line ${number}) is not whole`)
                    : new CannotCheck(`${name} is not JSON (line ${number})`);
            }
        });
}

/** As `messageText` of the pack puts a finding together; another pack's message is a fact as a whole. */
const PARTS = /^(?<first>[\s\S]*?)\nWhy: (?<why>[\s\S]*?)\nFix: (?<fix>[\s\S]*?)(?:\nNote: (?<note>[\s\S]*?)\.)?$/;
const PATH = /^(?<at>[a-z_$][\w$]*(?:\.[\w$-]+|\[\d+\]|\["[^"]*"\])*): (?<fact>[\s\S]*)$/;

function findingOf(event: Saved): Finding {
    const urn = textOrNothing(event["resourceUrn"]);
    // The SDK puts the policy's description before its message.
    const [title = "", ...rest] = uncoloured(textOrNothing(event["message"])).trim().split("\n");
    const message = rest.join("\n").trim();
    const { first = message, why = "", fix = "", note } = PARTS.exec(message)?.groups ?? {};
    const { at = "", fact = first } = PATH.exec(first)?.groups ?? {};
    const { type, name } = parseUrn(urn);
    return {
        policy: textOrNothing(event["policyName"]),
        level: event["enforcementLevel"] === "advisory" ? "advisory" : "mandatory",
        severity: textOrNothing(event["severity"]),
        urn,
        type,
        name,
        title,
        at,
        fact: (fact === "" ? title : fact).replace(/\.$/, ""),
        why,
        fix,
        ...(note !== undefined && { note }),
        failed: false,
    };
}

/** Without the engine's marks of colour, such as `<{%reset%}>`. */
function uncoloured(text: string): string {
    return text.replace(/<\{%[^%]*%\}>/g, "");
}
