/** What is drawn of its own, by type: in which lane, as what, and what AWS calls it. All else is part of something, or drawn as `other`. */

import type { Lane, NodeKind } from "./drawing";
import { ROWS } from "./kind-rows";

export interface DrawnKind {
    readonly lane: Lane;
    readonly kind: NodeKind;
    readonly kindName: string;
}

const KINDS: ReadonlyMap<string, DrawnKind> = new Map(
    ROWS.flatMap(([lane, kind, rows]) =>
        rows.map(([type, kindName]) => [`aws:${type}`, { lane, kind, kindName }] as const),
    ),
);

/** Undefined of what is drawn of its own only where nothing else takes it in. */
export function kindOf(token: string): DrawnKind | undefined {
    return KINDS.get(token);
}

/** Of a type that the table lacks: `Transfer server` of `aws:transfer/server:Server`. */
export function otherKind(token: string): DrawnKind {
    const [, service = "", , type = ""] = /^[\w-]+:(\w+)\/(\w+):(\w+)$/.exec(token) ?? [];
    const words = type
        .replace(/V2$/, "")
        .replace(/([a-z\d])([A-Z])/g, "$1 $2")
        .toLowerCase();
    return { lane: 4, kind: "other", kindName: words === "" ? token : `${titleOf(service)} ${words}` };
}

const ACRONYMS = new Set(
    "acm amp api cfg dms dsql ebs ec2 ecr ecs efs eks emr fis fms fsx iam iot kms lb msk mq oam rds s3 ses sfn sns sqs ssm waf wafv2".split(
        " ",
    ),
);

/** `IAM` of `iam`, `Backup` of `backup`. */
function titleOf(service: string): string {
    return ACRONYMS.has(service) ? service.toUpperCase() : `${service.slice(0, 1).toUpperCase()}${service.slice(1)}`;
}

/** The tokens of the table, for a test that they exist. */
export function drawnTypes(): readonly string[] {
    return [...KINDS.keys()];
}
