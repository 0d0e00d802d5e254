/** `check`: judges a program, or what Pulumi wrote down, and reports. */
import { type Command, InvalidArgumentError } from "commander";
import { EXIT } from "../errors";
import type { Report } from "../report/model";
import { type AgainstFlags, otherOf, withAgainst } from "./against";
import { checkedDelivery, type DeliveryFlags, deliver, deliverJudged, needsDrawing, withDelivery } from "./deliver";
import { judge, type ProgramFlags, severalAsked, waysOf, withPrograms } from "./programs";
import { checkRecorded, type RecordedFlags, withRecorded } from "./recorded";
import { note, progressLine, terminal } from "./said";

interface CheckFlags extends AgainstFlags, DeliveryFlags, RecordedFlags, ProgramFlags {}

/** Adds the command; `ended` takes the exit code. */
export function withCheck(program: Command, ended: (code: number) => void): void {
    const checked = withPrograms(
        program
            .command("check")
            .description(
                "Runs a Pulumi program against a synthetic AWS and checks every resource it declares; or checks what Pulumi wrote down: a state, a preview, all states of a backend.",
            )
            .argument(
                "[path]",
                "the folder that holds Pulumi.yaml; a file of pulumi stack export or pulumi preview --json; a backend: a folder or s3://BUCKET/PREFIX",
                ".",
            ),
    );
    withAgainst(withRecorded(withDelivery(checked), count))
        .addHelpText(
            "after",
            "\nExit codes: 0 no mandatory violation, 1 mandatory violations (with --fail-on-new: or something newly allowed), 2 it could not check.",
        )
        .action(async (path: string, flags: CheckFlags) => {
            ended(await runCheck(path, flags));
        });
}

async function runCheck(path: string, flags: CheckFlags): Promise<number> {
    checkedDelivery(flags);
    const drawing = needsDrawing(flags) || flags.against !== undefined;
    const progress = progressLine("Starting the pack …");
    const ways = waysOf(flags);
    const values = { plain: flags.config ?? [], secret: flags.configSecret ?? [] };
    const counted = (checked: number) => progress.update(`${checked} resources`);
    const other = await otherOf(path, flags, () => ({ ...ways, run: ways, values, note, progress: counted }));
    const compared = async (report: Report) => (other ? other.compare(report) : report);
    try {
        const recorded = await checkRecorded(path, flags, () => ({
            ...ways,
            drawing,
            allowEmpty: flags.allowEmpty,
            progress: progress.update,
            note,
        }));
        if (recorded) {
            const reports = await Promise.all(recorded.reports.map(compared));
            progress.clear();
            return deliverJudged({ ...recorded, reports }, flags, { page: terminal(flags), note });
        }
        progress.clear();
        const { each: reports, isWhole } = await judge(path, flags, ways, { drawing }, compared);
        const isStopped = deliver(reports, flags, { page: terminal(flags), note }, { isSeveral: severalAsked(flags) });
        if (!isWhole) return EXIT.cannotCheck;
        return isStopped ? EXIT.violations : EXIT.clean;
    } finally {
        progress.clear();
        other?.close();
    }
}

function count(given: string): number {
    const number = Number(given);
    if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("It takes a whole number above 0.");
    return number;
}
