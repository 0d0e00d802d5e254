/** A policy pack in its own process, spoken to as the engine speaks to it. */
import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { OBSERVES_MARKS } from "../../../pack/journal";
import { CannotCheck, reasonOf } from "../../errors";
import type { PropertyTree } from "../../synthetic";
import { fromStruct, withoutInternals } from "../trees";
import type { Diagnostic, PackInfo, Registered } from "../types";
import { configurationRequest, type PackStack, type PolicyConfiguration, stackRequest } from "./configuration";
import { Marks } from "./marks";
import { analyzeRequest, diagnostic, packInfo, stackResource } from "./messages";
import { launchPack, type PackOptions } from "./process";

export type { PackStack, PolicyConfiguration } from "./configuration";
export { launchPack, type PackOptions } from "./process";

/** What a host asks of a pack for each resource. */
export interface Checks {
    /** The inputs after remediations; unchanged where there are none. */
    remediate(resource: Registered): Promise<PropertyTree>;
    analyze(resource: Registered): Promise<readonly Diagnostic[]>;
}

/** As the engine: a stack with large inputs exceeds gRPC's standard 4 MB. */
const MESSAGE_BYTES = 400 * 1024 * 1024;

export class Pack implements Checks {
    private readonly marks = new Marks();

    private constructor(
        private readonly client: AnalyzerClient,
        private readonly kill: () => void,
        readonly info: PackInfo,
        /** Whether some policy may change what it is shown. */
        private readonly changes: boolean,
        /** By policy, the schema of each option that it takes. */
        readonly schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
    ) {}

    /** Starts and configures the pack; one that is kept outlives the run. Throws `CannotCheck` with what it printed, if it does not start. */
    static async start(options: PackOptions, isKept = false): Promise<Pack> {
        const { port, kill } = await launchPack(options, isKept);
        const pack = await Pack.connect(port, options.policies, kill);
        await pack.begin(options);
        return pack;
    }

    /** Configures the policies of a pack that somebody started, and that `kill` ends. */
    static async connect(port: number, given: PolicyConfiguration, kill: () => void): Promise<Pack> {
        const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
            "grpc.max_receive_message_length": MESSAGE_BYTES,
            "grpc.max_send_message_length": MESSAGE_BYTES,
        });
        const info = await unary<pb.AnalyzerInfo>(
            (done) => client.getAnalyzerInfo(new Empty(), done),
            "describe itself",
        );
        const { request, levels } = configurationRequest(info, given);
        await unary((done) => client.configure(request, done), "take its configuration");
        const policies = info.getPoliciesList();
        // Every SDK of policies asks those for remediations that stand at that level, and no others.
        const changes = policies.some(
            (policy) => levels.get(policy.getName()) === "remediate" && !policy.getTagsList().includes(OBSERVES_MARKS),
        );
        const schemas = policies.map(
            (policy) => [policy.getName(), fromStruct(policy.getConfigschema()?.getProperties())] as const,
        );
        return new Pack(client, kill, packInfo(info), changes, Object.fromEntries(schemas));
    }

    /** To be called before the first resource of each stack. */
    async begin(stack: PackStack): Promise<void> {
        this.marks.begin();
        await unary((done) => this.client.configureStack(stackRequest(stack), done), "take the stack's configuration");
    }

    stop(): void {
        this.client.close();
        this.kill();
    }

    async remediate(resource: Registered): Promise<PropertyTree> {
        return this.changes || this.marks.areNews(resource) ? this.askedToRemediate(resource) : resource.inputs;
    }

    /** Marks of secrets are shown in remediations alone. What one would change stays as it is. */
    async showMarks(resource: Registered): Promise<void> {
        if (this.marks.areNews(resource)) await this.askedToRemediate(resource);
    }

    private async askedToRemediate(resource: Registered): Promise<PropertyTree> {
        const request = analyzeRequest(resource, resource.inputs);
        const response = await unary<pb.RemediateResponse>(
            (done) => this.client.remediate(request, done),
            "remediate a resource",
        );
        const changed = response
            .getRemediationsList()
            .filter((one) => one.hasProperties() && one.getDiagnostic() === "");
        const last = changed.at(-1);
        return last ? fromStruct(last.getProperties()) : resource.inputs;
    }

    async analyze(resource: Registered): Promise<readonly Diagnostic[]> {
        const request = analyzeRequest(resource, withoutInternals(resource.inputs));
        const response = await unary<pb.AnalyzeResponse>(
            (done) => this.client.analyze(request, done),
            "check a resource",
        );
        return response.getDiagnosticsList().map((one) => diagnostic(one, resource.urn));
    }

    async analyzeStack(resources: readonly Registered[]): Promise<readonly Diagnostic[]> {
        const request = new pb.AnalyzeStackRequest();
        request.setResourcesList(resources.map(stackResource));
        const response = await unary<pb.AnalyzeResponse>(
            (done) => this.client.analyzeStack(request, done),
            "check the stack",
        );
        return response.getDiagnosticsList().map((one) => diagnostic(one, ""));
    }
}

function unary<R>(
    call: (done: (error: grpc.ServiceError | null, response: R) => void) => unknown,
    what: string,
): Promise<R> {
    return new Promise((resolve, reject) => {
        const limit = Error.stackTraceLimit;
        // gRPC writes down the stack of each call's caller, for errors which are told in another way here.
        Error.stackTraceLimit = 0;
        try {
            call((error, response) => {
                if (error) reject(new CannotCheck(`the policy pack could not ${what}`, reasonOf(error)));
                else resolve(response);
            });
        } finally {
            Error.stackTraceLimit = limit;
        }
    });
}
