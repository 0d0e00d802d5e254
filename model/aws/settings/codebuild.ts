/** AWS CodeBuild. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { each } from "../place";
import { CodeBuildProject, CodeBuildReportGroup } from "../types";
import { bad, given, good, unless, when } from "./condition";
import { noneOf, off, ownKey } from "./good";
import { settings } from "./setting";

const plain = {
    says: { otherwise: "switched on, so what is built is not encrypted with the project's key" },
    fix: "Leave it out.",
};

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
    settings(CodeBuildProject, "build", {
        encryptedAtRest: {
            at: (project) => project.artifacts.encryptionDisabled,
            good: off,
            absent: good,
            only: when((project) => project.artifacts.type, "S3"),
            ...plain,
            controls: [fsbp("CodeBuild.3")],
        },
        customerKey: { at: (project) => project.encryptionKey, good: ownKey, absent: bad },
    }),
    settings(CodeBuildProject, "build", {
        encryptedAtRest: {
            at: (project) => each(project.secondaryArtifacts).encryptionDisabled,
            good: off,
            absent: good,
            only: when((project) => each(project.secondaryArtifacts).type, "S3"),
            ...plain,
        },
    }),
    settings(CodeBuildProject, "build", {
        encryptedAtRest: {
            at: (project) => project.logsConfig.s3Logs.encryptionDisabled,
            good: off,
            absent: good,
            only: when((project) => project.logsConfig.s3Logs.status, "ENABLED"),
            ...plain,
        },
    }),
    settings(CodeBuildReportGroup, "build", {
        encryptedAtRest: {
            at: (group) => group.exportConfig.s3Destination.encryptionDisabled,
            good: off,
            absent: good,
            ...plain,
        },
        customerKey: {
            at: (group) => group.exportConfig.s3Destination.encryptionKey,
            good: ownKey,
            absent: bad,
            only: given((group) => group.exportConfig.s3Destination),
        },
    }),
].flat();
