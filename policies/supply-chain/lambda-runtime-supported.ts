import { LambdaFunction, type RuntimeStage, stageOf, successorOf } from "../../model/aws";
import { all, equals, not, undecided, yes } from "../../model/values";
import { cwe, defineRule, fsbp, integer, sas } from "../../pack";

const orders = { role: "arn:aws:iam::111122223333:role/orders", handler: "index.handler" };

/** What an image runs on is in the image. A name that AWS's list did not have yet is no old one: undecided. */
export default defineRule({
    id: "lambda-runtime-supported",
    severity: "high",
    frameworks: [fsbp("Lambda.2"), cwe(1104), sas(6)],
    title: "Functions run on a runtime that AWS supports.",
    why: "Holes in a language that is not patched any more are public and stay open, and one day such a function can neither be created nor changed.",
    fix: 'Set runtime to one that is supported, such as "nodejs24.x".',
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html"],
    options: { warningDays: integer("How many days before its end a runtime is told of.", 90, 0, 730) },
    bad: { ...orders, runtime: "nodejs18.x" },
    good: { ...orders, runtime: "nodejs24.x" },
    resource: LambdaFunction,
    check({ runtime, packageType }, { today, options: { warningDays } }) {
        if (runtime.state === "absent") return;
        const name = runtime.text();
        const isZip = not(equals(packageType, "Image"));
        if (name === undefined)
            return { when: all(isZip, undecided(runtime.place)), at: runtime, message: told.other("") };
        // A runtime of one's own is named by its ARN.
        if (name.startsWith("arn:")) return;
        const { is, day } = stageOf(name, today, warningDays);
        if (is === "supported") return;
        const open = undecided(`${runtime.place} (a name that is not in the table of runtimes)`);
        const successor = successorOf(name);
        return {
            when: all(isZip, is === "other" ? open : yes),
            at: runtime,
            message: told[is](day),
            ...(successor !== undefined && { fix: `Set runtime: "${successor}".` }),
            ...(is === "ending" && { severity: "low" }),
        };
    },
});

const told: Readonly<Record<Exclude<RuntimeStage["is"], "supported">, (day: string) => string>> = {
    blocked: (day) => `holds a runtime with which no function can be created since ${day}: the deployment fails`,
    deprecated: (day) => `holds a runtime that is deprecated since ${day}: it gets no more patches`,
    ending: (day) => `holds a runtime that gets no more patches from ${day} on`,
    other: () => "holds a runtime whose end is not known",
};
