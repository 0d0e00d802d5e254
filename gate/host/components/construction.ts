import { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import type { TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import type { PropertyTree } from "../../synthetic";
import type { Dependencies } from "../trees";

/** A remote component, as the program declared it. */
export interface Construction {
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    /** With output values, secrets and references, as the program sent them. */
    readonly properties: PropertyTree;
    readonly propertyDependencies: Dependencies;
    readonly dependencies: readonly string[];
    readonly providers: Readonly<Record<string, string>>;
    /** As its transforms left them. */
    readonly sentOptions: TransformResourceOptions;
}

/** What a plugin is told of a component as the engine tells it, but for its inputs and for hooks, which no preview calls. */
export function constructRequest(given: Construction): ConstructRequest {
    const request = new ConstructRequest();
    request.setType(given.type);
    request.setName(given.name);
    request.setParent(given.parent);
    for (const [property, urns] of Object.entries(given.propertyDependencies)) {
        const dependencies = new ConstructRequest.PropertyDependencies();
        dependencies.setUrnsList([...urns]);
        request.getInputdependenciesMap().set(property, dependencies);
    }
    request.setDependenciesList([...given.dependencies]);
    for (const [name, reference] of Object.entries(given.providers)) request.getProvidersMap().set(name, reference);
    setOptions(request, given.sentOptions);
    return request;
}

function setOptions(request: ConstructRequest, options: TransformResourceOptions): void {
    if (options.hasProtect()) request.setProtect(options.getProtect() ?? false);
    if (options.hasRetainOnDelete()) request.setRetainondelete(options.getRetainOnDelete() ?? false);
    if (options.hasDeleteBeforeReplace()) request.setDeletebeforereplace(options.getDeleteBeforeReplace() ?? false);
    request.setIgnorechangesList(options.getIgnoreChangesList());
    request.setReplaceonchangesList(options.getReplaceOnChangesList());
    request.setReplaceWithList(options.getReplaceWithList());
    request.setReplacementTrigger(options.getReplacementTrigger());
    request.setDeletedwith(options.getDeletedWith());
    request.setAliasesList(options.getAliasesList());
    request.setAdditionalsecretoutputsList(options.getAdditionalSecretOutputsList());
    const timeouts = options.getCustomTimeouts();
    if (!timeouts) return;
    const custom = new ConstructRequest.CustomTimeouts();
    custom.setCreate(timeouts.getCreate());
    custom.setUpdate(timeouts.getUpdate());
    custom.setDelete(timeouts.getDelete());
    custom.setRead(timeouts.getRead());
    request.setCustomtimeouts(custom);
}
