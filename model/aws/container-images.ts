/** Where a resource is told which image to run. Source: typings and documentation of @pulumi/aws 7.48.0. */
import { knownPrefix, type Value } from "../values";
import type { ResourceType } from "./resource-type";
import {
    AgentcoreAgentRuntime,
    AgentcoreHarness,
    AppRunnerService,
    BatchJobDefinition,
    CodeBuildProject,
    EcsDaemonTaskDefinition,
    EcsExpressGatewayService,
    EcsTaskDefinition,
    EmrServerlessApplication,
    LambdaFunction,
    LightsailContainerServiceDeploymentVersion,
    SageMakerModel,
    SageMakerTrainingJob,
} from "./types";
import { valuesAt } from "./values-at";

/** An image that a resource names. */
export interface NamedImage {
    readonly at: Value;
    /** It stands for all that is in a document of JSON which cannot be read yet. */
    readonly isDocument: boolean;
}

const PLACES: ReadonlyMap<string, readonly (readonly [path: string, document?: string])[]> = new Map([
    [LambdaFunction.token, [["imageUri"]]],
    [EcsTaskDefinition.token, [["[].image", "containerDefinitions"]]],
    [EcsDaemonTaskDefinition.token, [["containerDefinitions[].image"]]],
    [EcsExpressGatewayService.token, [["primaryContainer.image"]]],
    [AppRunnerService.token, [["sourceConfiguration.imageRepository.imageIdentifier"]]],
    [
        BatchJobDefinition.token,
        [
            ["image", "containerProperties"],
            ["taskProperties[].containers[].image", "ecsProperties"],
            ["nodeRangeProperties[].container.image", "nodeProperties"],
            ["nodeRangeProperties[].ecsProperties.taskProperties[].containers[].image", "nodeProperties"],
            ["eksProperties.podProperties.containers[].image"],
            ["eksProperties.podProperties.initContainers[].image"],
        ],
    ],
    [CodeBuildProject.token, [["environment.image"]]],
    [SageMakerModel.token, [["primaryContainer.image"], ["containers[].image"]]],
    [SageMakerTrainingJob.token, [["algorithmSpecification.trainingImage"]]],
    [AgentcoreAgentRuntime.token, [["agentRuntimeArtifact.containerConfiguration.containerUri"]]],
    [AgentcoreHarness.token, [["environmentArtifact.containerConfiguration.containerUri"]]],
    [EmrServerlessApplication.token, [["imageConfiguration.imageUri"]]],
    [LightsailContainerServiceDeploymentVersion.token, [["containers[].image"]]],
]);

/** The types that run images. */
export const imageTypes: readonly ResourceType[] = [...PLACES.keys()].map((token) => ({ token }));

/** The paths that name images, by type, for a test that they exist. */
export function imagePaths(): readonly (readonly [string, string])[] {
    return [...PLACES].flatMap(([token, places]) =>
        places.map(([path, document]): [string, string] => [token, document ?? path]),
    );
}

/** What AWS keeps itself: images of CodeBuild's own, and those that were pushed to Lightsail, each under a number of its own. */
const KEPT = /^(?:aws\/codebuild\/|:)/;

/** The images that a resource runs, as far as it says so. */
export function imagesOf(token: string, root: Value): readonly NamedImage[] {
    const named = (PLACES.get(token) ?? [])
        .flatMap(([path, document]) =>
            document === undefined
                ? valuesAt(root, path).map((at) => ({ at, isDocument: false }))
                : inDocument(root.get(document), path),
        )
        .filter(({ at }) => at.state !== "absent" && !KEPT.test(at.text() ?? ""));
    return named.length < 2 ? named : [...new Map(named.map((image) => [image.at.path, image])).values()];
}

function inDocument(text: Value, path: string): readonly NamedImage[] {
    const document = text.json();
    if (document === undefined || document.state === "absent") return [];
    if (document.state === "unknown") return [{ at: document, isDocument: true }];
    const ofEach = path.startsWith("[].") ? path.slice("[].".length) : undefined;
    const holders = ofEach === undefined ? [document] : (document.items() as readonly Value[]);
    return holders.flatMap((one) => valuesAt(one, ofEach ?? path)).map((at) => ({ at, isDocument: false }));
}

/** What a reference to an image says. */
export interface ImageReference {
    /** With its registry, as in `111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders`. */
    readonly repository: string;
    readonly tag: string | undefined;
    readonly isDigest: boolean;
    /** It is of a private registry of ECR, whose tags can be held. */
    readonly isPrivate: boolean;
}

const PRIVATE = /^\d{12}\.dkr[.-]ecr(?:-fips)?\.[\w-]+\.[\w.]+\//;

/** Reads `HOST:PORT/PATH:TAG@DIGEST`, of which a port is no tag. https://docs.docker.com/reference/cli/docker/image/tag/ */
export function imageReferenceOf(text: string): ImageReference {
    const [named = "", digest] = text.trim().split("@");
    const colon = named.lastIndexOf(":");
    const isTag = colon > named.lastIndexOf("/");
    return {
        repository: isTag ? named.slice(0, colon) : named,
        tag: isTag ? named.slice(colon + 1) : undefined,
        isDigest: /^sha(?:256|512):/.test(digest ?? ""),
        isPrivate: PRIVATE.test(named),
    };
}

/** Is it known to name a digest, though which one, or whose, is not known yet? */
export function endsInDigest(image: Value): boolean {
    const text = image.partialText() ?? "";
    return (
        /@sha(?:256|512):[0-9a-f]*$/.test(knownPrefix(text)) ||
        /@sha(?:256|512):[0-9a-f]+$/.test(text) ||
        knownPrefix(text).endsWith("@")
    );
}
