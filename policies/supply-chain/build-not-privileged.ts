import { CodeBuildProject } from "../../model/aws";
import { isTrue } from "../../model/values";
import { cwe, defineRule, sas } from "../../pack";

const project = (privilegedMode?: boolean) => ({
    serviceRole: "arn:aws:iam::111122223333:role/build",
    artifacts: { type: "NO_ARTIFACTS" },
    source: { type: "GITHUB", location: "https://github.com/acme/orders.git" },
    environment: {
        computeType: "BUILD_GENERAL1_SMALL",
        image: "aws/codebuild/standard:7.0",
        type: "LINUX_CONTAINER",
        ...(privilegedMode !== undefined && { privilegedMode }),
    },
});

/** A build that makes images needs it, which the program does not tell: it is exempted with that reason. */
export default defineRule({
    id: "build-not-privileged",
    severity: "medium",
    frameworks: [cwe(250), sas(6)],
    title: "Builds run without the rights of the host.",
    why: "What a build loads and runs, dependencies included, may do all that the machine below its container can.",
    fix: "Leave privilegedMode out; of a build that makes images of containers, exempt it with that reason.",
    sources: [
        "https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html",
        "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html",
    ],
    resource: CodeBuildProject,
    bad: project(true),
    good: project(),
    check({ environment }) {
        const at = environment.at("privilegedMode");
        return { at, when: isTrue(at, false), message: "switched on, so a build may do what the host's root may" };
    },
});
