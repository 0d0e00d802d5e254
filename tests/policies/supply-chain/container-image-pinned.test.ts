import {
    AgentcoreAgentRuntime,
    AgentcoreHarness,
    AppRunnerService,
    BatchJobDefinition,
    CodeBuildProject,
    EcrRepository,
    EcsDaemonTaskDefinition,
    EcsExpressGatewayService,
    EcsTaskDefinition,
    EmrServerlessApplication,
    LambdaFunction,
    LightsailContainerServiceDeploymentVersion,
    type ResourceType,
    SageMakerModel,
    SageMakerTrainingJob,
} from "../../../model/aws";
import { UNKNOWN } from "../../../model/values";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/supply-chain/container-image-pinned";
import { testRule } from "../../support/rule-tester";

const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;
const REGISTRY = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";
const BUILT: ResourceType = { token: "docker:index/image:Image" };

const handler = (imageUri: unknown): Program => ({
    handler: declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        packageType: "Image",
        imageUri,
    } as never),
});
const task = (...containers: object[]): Program => ({
    task: declare(EcsTaskDefinition, { family: "orders", containerDefinitions: json(containers) }),
});
const repository = (inputs: object = {}) => ({ images: declare(EcrRepository, { name: "orders", ...inputs }) });
const excluding = (kind: string, ...filters: string[]) => ({
    imageTagMutability: `${kind}_WITH_EXCLUSION`,
    imageTagMutabilityExclusionFilters: filters.map((filter) => ({ filter, filterType: "WILDCARD" })),
});
const held = repository({ imageTagMutability: "IMMUTABLE" });
const built = (output: string): Program => ({
    image: declare(BUILT, { imageName: `${REGISTRY}/orders`, repoDigest: `${REGISTRY}/orders@${DIGEST}` }),
    ...handler(ref(`image.${output}`)),
});
/** An image at each place that may name one. */
const everywhere = (image: string): Program => ({
    ...task({ name: "a", image }),
    daemon: declare(EcsDaemonTaskDefinition, { containerDefinitions: [{ image }] } as never),
    page: declare(AppRunnerService, { sourceConfiguration: { imageRepository: { imageIdentifier: image } } } as never),
    job: declare(BatchJobDefinition, { containerProperties: json({ image }) } as never),
    jobOnEcs: declare(BatchJobDefinition, {
        ecsProperties: json({ taskProperties: [{ containers: [{ image }] }] }),
    } as never),
    jobOnNodes: declare(BatchJobDefinition, {
        nodeProperties: json({ nodeRangeProperties: [{ container: { image } }] }),
    } as never),
    jobOnEks: declare(BatchJobDefinition, {
        eksProperties: { podProperties: { containers: [{ image }], initContainers: [{ image }] } },
    } as never),
    build: declare(CodeBuildProject, { environment: { image } } as never),
    model: declare(SageMakerModel, { primaryContainer: { image } } as never),
    models: declare(SageMakerModel, { containers: [{ image }] } as never),
    agent: declare(AgentcoreAgentRuntime, {
        agentRuntimeArtifact: { containerConfiguration: { containerUri: image } },
    } as never),
    harness: declare(AgentcoreHarness, {
        environmentArtifact: { containerConfiguration: { containerUri: image } },
    } as never),
    express: declare(EcsExpressGatewayService, { primaryContainer: { image } } as never),
    training: declare(SageMakerTrainingJob, { algorithmSpecification: { trainingImage: image } } as never),
    spark: declare(EmrServerlessApplication, { imageConfiguration: { imageUri: image } } as never),
    shop: declare(LightsailContainerServiceDeploymentVersion, { containers: [{ image }] } as never),
});

testRule(rule, {
    valid: {
        "a digest of the longer kind": task({ name: "a", image: `busybox@sha512:${"0123456789abcdef".repeat(8)}` }),
        "a digest": handler(`${REGISTRY}/orders@${DIGEST}`),
        "a digest behind a tag": handler(`${REGISTRY}/orders:latest@${DIGEST}`),
        "a digest behind a registry's port": task({ name: "a", image: `registry.example.com:5000/orders@${DIGEST}` }),
        "a digest everywhere": everywhere(`public.ecr.aws/nginx/nginx@${DIGEST}`),
        "a digest of a repository that is not known yet": handler(`${UNKNOWN}@${DIGEST}`),
        "a digest that is not known yet": handler(`${REGISTRY}/orders@${UNKNOWN}`),
        "a tag that is held": { ...held, ...handler(`${REGISTRY}/orders:1.4.2`) },
        "the newest, where it is held too": { ...held, ...handler(`${REGISTRY}/orders`) },
        "a tag that no filter names": {
            ...repository(excluding("IMMUTABLE", "latest", "dev-*")),
            ...handler(`${REGISTRY}/orders:1.4.2`),
        },
        "a tag that a filter holds": {
            ...repository(excluding("MUTABLE", "release-*")),
            ...handler(`${REGISTRY}/orders:release-7`),
        },
        "what is built with the stack": built("repoDigest"),
        "an image of CodeBuild's own": {
            build: declare(CodeBuildProject, { environment: { image: "aws/codebuild/standard:7.0" } } as never),
        },
        "what was pushed to Lightsail": {
            shop: declare(LightsailContainerServiceDeploymentVersion, {
                containers: [{ image: ":shop.orders.3" }],
            } as never),
        },
        "an archive": { handler: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders" }) },
        "a repository that the team named": {
            given: handler(`${REGISTRY}/platform/orders:1.4.2`),
            options: { immutableRepositories: [`${REGISTRY}/platform/`] },
        },
    },
    invalid: {
        "the newest": {
            given: handler(`${REGISTRY}/orders:latest`),
            reports: ["handler: imageUri"],
            weighs: ["medium"],
        },
        "no tag": { given: handler(`${REGISTRY}/orders`), reports: ["handler: imageUri"], weighs: ["medium"] },
        "a registry's port, which is no tag": {
            given: task({ name: "a", image: "registry.example.com:5000/orders" }),
            reports: ["task: containerDefinitions[0].image"],
            weighs: ["medium"],
        },
        "the second container": {
            given: { ...held, ...task({ image: `${REGISTRY}/orders:1` }, { image: "nginx" }) },
            reports: ["task: containerDefinitions[1].image"],
        },
        "a tag of a repository that says nothing": {
            given: { ...repository(), ...handler(ref("images.repositoryUrl", "", ":1.4.2")) },
            reports: ["handler: imageUri"],
            weighs: ["medium"],
        },
        "a tag that a filter names": {
            given: {
                ...repository(excluding("IMMUTABLE", "latest", "dev-*")),
                ...handler(`${REGISTRY}/orders:dev-7`),
            },
            reports: ["handler: imageUri"],
        },
        "a tag that no filter holds": {
            given: { ...repository(excluding("MUTABLE", "release-*")), ...handler(`${REGISTRY}/orders:7`) },
            reports: ["handler: imageUri"],
        },
        "a tag of a repository elsewhere": {
            given: { ...held, ...handler(`${REGISTRY}/other:1.4.2`) },
            reports: ["handler: imageUri"],
            weighs: ["low"],
        },
        everywhere: {
            given: everywhere("public.ecr.aws/nginx/nginx:1.27"),
            reports: [
                "agent: agentRuntimeArtifact.containerConfiguration.containerUri",
                "build: environment.image",
                "daemon: containerDefinitions[0].image",
                "express: primaryContainer.image",
                "harness: environmentArtifact.containerConfiguration.containerUri",
                "job: containerProperties.image",
                "jobOnEcs: ecsProperties.taskProperties[0].containers[0].image",
                "jobOnEks: eksProperties.podProperties.containers[0].image",
                "jobOnEks: eksProperties.podProperties.initContainers[0].image",
                "jobOnNodes: nodeProperties.nodeRangeProperties[0].container.image",
                "model: primaryContainer.image",
                "models: containers[0].image",
                "page: sourceConfiguration.imageRepository.imageIdentifier",
                "shop: containers[0].image",
                "spark: imageConfiguration.imageUri",
                "task: containerDefinitions[0].image",
                "training: algorithmSpecification.trainingImage",
            ],
        },
    },
    undecided: {
        "an image that is not known yet": { given: handler(unknown), awaits: ["handler.imageUri"] },
        "a tag that is not known yet": {
            given: { ...held, ...handler(`${REGISTRY}/orders:${UNKNOWN}`) },
            awaits: ["handler.imageUri"],
        },
        "containers that are not known yet": {
            given: { task: declare(EcsTaskDefinition, { family: "orders", containerDefinitions: unknown } as never) },
            awaits: ["task.containerDefinitions"],
        },
        "whether tags are held is not known yet": {
            given: { ...repository({ imageTagMutability: unknown }), ...handler(`${REGISTRY}/orders:1`) },
            awaits: ["images.imageTagMutability"],
        },
    },
});
