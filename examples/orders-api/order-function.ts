import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { key } from "./keys";
import { either } from "./mistakes";

export interface OrderFunctionArgs {
    /** The file of `handlers/` that holds its code. */
    readonly handler: string;
    /** What it may do, besides writing its own logs. */
    readonly statements: readonly aws.types.input.iam.GetPolicyDocumentStatementArgs[];
    readonly environment?: Readonly<Record<string, pulumi.Input<string>>>;
    /** Another function's role; its own, unless given. */
    readonly role?: aws.iam.Role;
    readonly managedPolicyArns?: readonly pulumi.Input<string>[];
    readonly deadLetters?: aws.sqs.Queue;
    readonly tracing?: "Active" | "PassThrough";
    readonly timeout?: number;
    readonly concurrency?: number;
    /** Whatever else it needs. */
    readonly settings?: Partial<aws.lambda.FunctionArgs>;
}

/** A function with a role, a policy and a log group of its own. */
export class OrderFunction extends pulumi.ComponentResource {
    readonly lambda: aws.lambda.Function;
    readonly role: aws.iam.Role;

    constructor(name: string, args: OrderFunctionArgs, options?: pulumi.ComponentResourceOptions) {
        super("orders:index:OrderFunction", name, {}, options);
        const child = { parent: this };
        const logs = new aws.cloudwatch.LogGroup(
            name,
            {
                name: `/aws/lambda/orders-${name}`,
                retentionInDays: 365,
                deletionProtectionEnabled: true,
                kmsKeyId: key.arn,
            },
            child,
        );
        this.role = args.role ?? this.ownRole(name, args);
        if (!args.role) {
            new aws.iam.RolePolicy(
                name,
                {
                    role: this.role.name,
                    policy: aws.iam.getPolicyDocumentOutput({
                        statements: [
                            {
                                sid: "Logs",
                                actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
                                resources: [pulumi.interpolate`${logs.arn}:*`],
                            },
                            {
                                sid: "Traces",
                                actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
                                resources: ["*"],
                            },
                            ...args.statements,
                        ],
                    }).json,
                },
                child,
            );
        }
        this.lambda = new aws.lambda.Function(
            name,
            {
                name: `orders-${name}`,
                role: this.role.arn,
                runtime: "nodejs24.x",
                architectures: ["arm64"],
                handler: `${args.handler}.handler`,
                code: new pulumi.asset.FileArchive("./handlers"),
                timeout: args.timeout ?? 10,
                memorySize: 256,
                reservedConcurrentExecutions: args.concurrency ?? 20,
                kmsKeyArn: either("lambda-env-cmk", undefined, key.arn),
                sourceKmsKeyArn: key.arn,
                tracingConfig: { mode: args.tracing ?? "Active" },
                loggingConfig: { logFormat: "JSON", logGroup: logs.name },
                ...(args.environment && { environment: { variables: args.environment } }),
                ...(args.deadLetters && { deadLetterConfig: { targetArn: args.deadLetters.arn } }),
                ...args.settings,
            },
            child,
        );
        this.registerOutputs({ lambda: this.lambda.arn });
    }

    private ownRole(name: string, args: OrderFunctionArgs): aws.iam.Role {
        return new aws.iam.Role(
            name,
            {
                assumeRolePolicy: {
                    Version: "2012-10-17",
                    Statement: [
                        { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } },
                    ],
                },
                ...(args.managedPolicyArns && { managedPolicyArns: [...args.managedPolicyArns] }),
            },
            { parent: this },
        );
    }
}
