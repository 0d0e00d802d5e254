import { unknown } from "../../../pack";
import rule from "../../../policies/supply-chain/lambda-runtime-supported";
import { testRule } from "../../support/rule-tester";

const TODAY = "2026-11-28";
const role = "arn:aws:iam::111122223333:role/orders";
const of = (runtime: unknown, more: object = {}) => ({ given: { role, runtime, ...more }, today: TODAY });

testRule(rule, {
    valid: {
        "supported for more than a year": of("python3.13"),
        "supported until the summer": of("java17"),
        "the last day before the warning": { ...of("ruby3.3"), today: "2026-12-30" },
        "the warning switched off": { ...of("ruby3.3"), today: "2027-03-30", options: { warningDays: 0 } },
        "an operating system alone, of today": of("provided.al2023"),
        "the version of Java on the operating system of today": of("java8.al2023"),
        "an image, which says nothing": { given: { role, packageType: "Image", imageUri: "orders@sha256:0123" } },
        "an image with a runtime that counts for nothing": of("python3.6", { packageType: "Image" }),
        "a runtime of one's own": of("arn:aws:lambda:eu-west-1:111122223333:runtime:cobol:3"),
    },
    invalid: {
        "deprecated, and still to be had": { ...of("python3.9"), reports: ["runtime"], weighs: ["high"] },
        "deprecated on this day": { ...of("dotnet8"), today: "2026-11-10", reports: ["runtime"] },
        "no function can be created": { ...of("go1.x"), reports: ["runtime"], weighs: ["high"] },
        "blocked from this day on": { ...of("nodejs20.x"), today: "2027-02-01", reports: ["runtime"] },
        "the operating system of 2018": { ...of("provided.al2"), reports: ["runtime"] },
        "an archive that says so": { ...of("ruby2.7", { packageType: "Zip" }), reports: ["runtime"] },
        "three months before its end": {
            ...of("ruby3.3"),
            today: "2026-12-31",
            reports: ["runtime"],
            weighs: ["low"],
        },
        "as early as somebody asks": {
            ...of("nodejs22.x"),
            options: { warningDays: 180 },
            reports: ["runtime"],
            weighs: ["low"],
        },
    },
    undecided: {
        "which one is not known yet": { ...of(unknown), awaits: ["runtime"] },
        "newer than the table": {
            ...of("nodejs26.x"),
            awaits: ["runtime (a name that is not in the table of runtimes)"],
        },
        "whether it is an image is not known yet": {
            ...of("python3.8", { packageType: unknown }),
            awaits: ["packageType"],
        },
    },
});
