/** What the roles of the corpus are made of. */
import type * as aws from "@pulumi/aws";
import { IamInstanceProfile, IamRole, IamRolePolicy, LambdaFunction, resourceType } from "../../model/aws";
import { declare, json, type Program, policyOf, ref } from "../../pack";

/** A role as AWS's documentation writes it, or as least privilege asks for. */
export interface CorpusRole {
    readonly source: string;
    readonly program: Program;
    /** The advisories that are right, by policy, each with its reason. */
    readonly advises?: Readonly<Record<string, string>>;
}

export type Corpus = Readonly<Record<string, CorpusRole>>;

export const ACCOUNT = "111122223333";
export const REGION = "eu-west-1";

export const DynamoDbTable = resourceType<aws.dynamodb.TableArgs>("aws:dynamodb/table:Table");
export const KmsKey = resourceType<aws.kms.KeyArgs>("aws:kms/key:Key");
export const SnsTopic = resourceType<aws.sns.TopicArgs>("aws:sns/topic:Topic");
export const SqsQueue = resourceType<aws.sqs.QueueArgs>("aws:sqs/queue:Queue");

/** A page of AWS's documentation. */
export function docs(page: string): string {
    return `https://docs.aws.amazon.com/${page}`;
}

export function arn(service: string, resource: string): string {
    return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}

/** ARNs of services whose resources stand in no region. */
export function globalArn(service: string, resource: string): string {
    return `arn:aws:${service}::${ACCOUNT}:${resource}`;
}

export function service(name: string): string {
    return `${name}.amazonaws.com`;
}

/** A trust policy for services; with the condition that AWS documents against a confused deputy, where it does. */
export function trust(names: string | readonly string[], Condition?: object): string {
    const Service = typeof names === "string" ? service(names) : names.map(service);
    return trustOf({ Action: "sts:AssumeRole", Principal: { Service }, ...(Condition && { Condition }) });
}

export function trustOf(statement: object): string {
    return json({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
}

export function fromHere(sourceArn?: string): object {
    return {
        StringEquals: { "aws:SourceAccount": ACCOUNT },
        ...(sourceArn !== undefined && { ArnLike: { "aws:SourceArn": sourceArn } }),
    };
}

/** A role with one inline policy. */
export function role(assumeRolePolicy: string, ...statements: readonly object[]): Program {
    return {
        role: declare(IamRole, { assumeRolePolicy }),
        policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) }),
    };
}

/** A function under a role of its own, which also writes the function's logs. */
export function lambda(...statements: readonly object[]): Program {
    return {
        ...role(trust("lambda"), ...statements, ownLogs("orders")),
        orders: declare(LambdaFunction, {
            name: "orders",
            role: ref("role.arn"),
            handler: "index.handler",
            runtime: "nodejs22.x",
        }),
    };
}

export function ownLogs(name: string): object {
    return {
        Sid: "OwnLogs",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `${arn("logs", `log-group:/aws/lambda/${name}`)}:*`,
    };
}

export function instance(...statements: readonly object[]): Program {
    return {
        ...role(trust("ec2"), ...statements),
        profile: declare(IamInstanceProfile, { role: ref("role.name") }),
    };
}
