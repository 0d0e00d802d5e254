/** What an analyzer is sent, and what it answers. */
import * as pb from "@pulumi/pulumi/proto/analyzer_pb";
import type { PropertyTree } from "../../synthetic";
import { toStruct, withoutInternals } from "../trees";
import type { Diagnostic, PackInfo, PolicyInfo, ProviderResource, Registered } from "../types";

export const LEVELS = ["advisory", "mandatory", "disabled", "remediate"] as const;
export type Level = (typeof LEVELS)[number];
const SEVERITIES = ["", "low", "medium", "high", "critical"] as const;

export function packInfo(info: pb.AnalyzerInfo): PackInfo {
    return {
        name: info.getName(),
        displayName: info.getDisplayname(),
        version: info.getVersion(),
        policies: info.getPoliciesList().map(policyInfo),
    };
}

function policyInfo(policy: pb.PolicyInfo): PolicyInfo {
    const framework = policy.getFramework();
    return {
        name: policy.getName(),
        displayName: policy.getDisplayname(),
        description: policy.getDescription(),
        severity: SEVERITIES[policy.getSeverity()] ?? "",
        level: ownLevel(policy),
        fix: policy.getRemediationSteps(),
        url: policy.getUrl(),
        tags: policy.getTagsList(),
        ...(framework && {
            framework: {
                name: framework.getName(),
                version: framework.getVersion(),
                reference: framework.getReference(),
                specification: framework.getSpecification(),
            },
        }),
    };
}

export function ownLevel(policy: pb.PolicyInfo): Level {
    return LEVELS[policy.getEnforcementlevel()] ?? "advisory";
}

export function diagnostic(one: pb.AnalyzeDiagnostic, urn: string): Diagnostic {
    return {
        policy: one.getPolicyname(),
        description: one.getDescription(),
        message: one.getMessage(),
        level: one.getEnforcementlevel() === pb.EnforcementLevel.ADVISORY ? "advisory" : "mandatory",
        severity: SEVERITIES[one.getSeverity()] ?? "",
        urn: one.getUrn() || urn,
    };
}

export function analyzeRequest(resource: Registered, properties: PropertyTree): pb.AnalyzeRequest {
    const request = new pb.AnalyzeRequest();
    request.setType(resource.type);
    request.setUrn(resource.urn);
    request.setName(resource.name);
    request.setProperties(toStruct(properties));
    request.setOptions(options(resource));
    if (resource.provider) request.setProvider(provider(resource.provider));
    return request;
}

export function stackResource(resource: Registered): pb.AnalyzerResource {
    const message = new pb.AnalyzerResource();
    message.setType(resource.type);
    message.setUrn(resource.urn);
    message.setName(resource.name);
    message.setProperties(toStruct(withoutInternals(resource.outputs)));
    message.setOptions(options(resource));
    message.setParent(resource.parent);
    message.setDependenciesList([...resource.dependencies]);
    if (resource.provider) message.setProvider(provider(resource.provider));
    for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
        const dependencies = new pb.AnalyzerPropertyDependencies();
        dependencies.setUrnsList([...urns]);
        message.getPropertydependenciesMap().set(property, dependencies);
    }
    return message;
}

function options({ options: given, parent }: Registered): pb.AnalyzerResourceOptions {
    const message = new pb.AnalyzerResourceOptions();
    message.setProtect(given.protect);
    message.setIgnorechangesList([...given.ignoreChanges]);
    if (given.deleteBeforeReplace !== undefined) {
        message.setDeletebeforereplace(given.deleteBeforeReplace);
        message.setDeletebeforereplacedefined(true);
    }
    message.setAdditionalsecretoutputsList([...given.additionalSecretOutputs]);
    message.setParent(parent);
    const timeouts = new pb.AnalyzerResourceOptions.CustomTimeouts();
    timeouts.setCreate(given.timeouts.create);
    timeouts.setUpdate(given.timeouts.update);
    timeouts.setDelete(given.timeouts.delete);
    message.setCustomtimeouts(timeouts);
    return message;
}

function provider(given: ProviderResource): pb.AnalyzerProviderResource {
    const message = new pb.AnalyzerProviderResource();
    message.setType(given.type);
    message.setUrn(given.urn);
    message.setName(given.name);
    message.setProperties(toStruct(given.settings.inputs));
    return message;
}
