/** AWS CodeBuild. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { CodeBuildProject } from "../types";
import { good, unless, when } from "./condition";
import { noneOf } from "./good";
import { settings } from "./setting";

export const codebuild = [
    settings(CodeBuildProject, "build", {
        logged: {
            at: (project) => project.logsConfig.cloudwatchLogs.status,
            good: noneOf("DISABLED"),
            absent: good,
            only: unless(when((project) => project.logsConfig.s3Logs.status, "ENABLED")),
            says: { otherwise: "DISABLED, so what a build did is nowhere to be read" },
            fix: 'Leave logsConfig.cloudwatchLogs.status out, or set it to "ENABLED".',
            controls: [fsbp("CodeBuild.4")],
        },
    }),
].flat();
