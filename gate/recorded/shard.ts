import { createHash } from "node:crypto";
import { CannotCheck } from "../errors";

/** One of the parts that the stacks of a backend are spread over. */
export interface Shard {
    /** From 1. */
    readonly index: number;
    readonly total: number;
}

/** The variables by which an engine tells a job which of several it is. */
interface Engine {
    readonly index: string;
    /** Of its first job. */
    readonly first: 0 | 1;
    /** How many there are; undefined where the engine does not tell. */
    readonly total?: string;
}

/**
 * Sources: kubernetes.io, Jobs, "Completion mode"; AWS Batch, "Job environment variables"; GitLab, "Predefined CI/CD variables". GitHub sets
 * none for a matrix: a workflow does, with `${{ strategy.job-index }}` and `${{ strategy.job-total }}`.
 */
const ENGINES: readonly Engine[] = [
    { index: "JOB_COMPLETION_INDEX", first: 0 },
    { index: "AWS_BATCH_JOB_ARRAY_INDEX", first: 0, total: "AWS_BATCH_JOB_ARRAY_SIZE" },
    { index: "CI_NODE_INDEX", first: 1, total: "CI_NODE_TOTAL" },
    { index: "STRATEGY_JOB_INDEX", first: 0, total: "STRATEGY_JOB_TOTAL" },
];

export interface ShardFlags {
    /** `3/16`. */
    readonly shard?: string;
    /** For engines that do not tell how many there are. */
    readonly shards?: number;
}

/** Which part is asked for: by the flag, else by the environment. Undefined where all is. Throws `CannotCheck` where neither makes sense. */
export function shardOf(
    { shard, shards }: ShardFlags,
    environment: Readonly<Record<string, string | undefined>>,
): Shard | undefined {
    if (shard !== undefined) {
        const [, index, total] = /^(\d+)\/(\d+)$/.exec(shard) ?? [];
        return within({ index: Number(index), total: Number(total) }, `--shard ${shard}`);
    }
    for (const { index, first, total } of ENGINES) {
        const given = environment[index];
        const many = shards ?? (total === undefined ? undefined : number(environment[total]));
        if (given === undefined || given === "") continue;
        if (many === undefined)
            throw new CannotCheck(
                `${index} tells which of several jobs this is, and nothing of how many: give --shards`,
            );
        return within({ index: number(given) - first + 1, total: many }, `${index}=${given}`);
    }
    if (shards !== undefined && shards > 1)
        throw new CannotCheck(
            `--shards tells how many there are, and no variable which one this is (${ENGINES.map(({ index }) => index).join(", ")}): give --shard 1/${shards}`,
        );
    return undefined;
}

/**
 * Is what has this name in the shard? By the name alone, so that each stack is in exactly one of them, also where they list the backend
 * at different times and stacks come or go between.
 */
export function isIn({ index, total }: Shard, name: string): boolean {
    return createHash("sha256").update(name).digest().readUInt32BE() % total === index - 1;
}

function within(shard: Shard, given: string): Shard {
    const { index, total } = shard;
    if (Number.isInteger(index) && Number.isInteger(total) && index >= 1 && index <= total) return shard;
    throw new CannotCheck(`${given} is no shard: the first of 16 is 1/16, the last is 16/16`);
}

function number(text: string | undefined): number {
    return text === undefined || text === "" ? Number.NaN : Number(text);
}
