/** Where a parameter's value comes from, as far as the code says. */
export type Said =
    | { readonly is: "text"; readonly text: string }
    /** A variable of the environment: `process.env.TABLE`, `os.environ["TABLE"]`. */
    | { readonly is: "variable"; readonly name: string }
    /** One after the other: `` `arn:aws:s3:::${process.env.BUCKET}/x` ``. */
    | { readonly is: "joined"; readonly parts: readonly Said[] }
    /** One of these: `a || b`, a condition, what several callers give. */
    | { readonly is: "either"; readonly of: readonly Said[] }
    /** The event, another call's answer, what cannot be followed: not in the code. */
    | { readonly is: "run-time" };

/** A call of an AWS operation that the handler reaches. */
export interface ServiceCall {
    /** By its folder in botocore: `dynamodb`, `stepfunctions`, `cognito-idp`. */
    readonly service: string;
    /** As AWS writes it: `StartSyncExecution`. */
    readonly operation: string;
    /** What the code gives, by AWS's name at top level (`TableName`, `Bucket`); undefined where it cannot be told. */
    readonly parameters: ReadonlyMap<string, Said> | undefined;
    readonly file: string;
    /** From 1. */
    readonly line: number;
    /** Is it this operation, asked with the function's own credentials at AWS's own endpoint, in every way that the code can take? */
    readonly certain: boolean;
}

/** What a function's code asks of AWS. */
export interface Calls {
    readonly calls: readonly ServiceCall[];
    /** Why there may be others; empty where these are all. */
    readonly open: readonly string[];
}

/** What keeps a function's calls open, as a finding says it. None has words of the code, but the names of packages. */
export const OPEN = {
    layers: "a layer may bring code that calls AWS",
    extension: "an extension runs beside it",
    image: "its code is a container image",
    elsewhere: "its code is not with the program",
    later: "what it runs is not known yet",
    environment: "its environment is not known yet",
    version: "an alias runs an older version of it",
    runtime: "its runtime is none whose code is read",
    handler: "its handler is not found",
    service: "it makes a client whose service is computed",
    operation: "it calls an operation whose name is computed",
    action: "it calls an operation of which it is not known what it needs",
    unknownService: "it makes a client of a service that is not known",
    unknownOperation: "it calls a method of a client that is not known",
    lost: "it calls something by an operation's name that is not followed",
    module: "it loads a module whose name is computed",
    budget: "its code is larger than what is read",
    unfollowed: "its code is not followed to its end",
    unparsed: "a file that it loads cannot be parsed",
    evaluated: "it makes code of a text",
    signed: "it signs requests by itself",
    credentials: "it uses other credentials than its role's",
    endpoint: "it calls another endpoint than AWS's own",
    process: "it starts other programs",
    native: "it has compiled code",
    bundle: "it is bundled in a form that is not recognized",
    bundledV2: "it has the SDK's version 2 in a bundle",
    generic: "it hands its client on to code that is not read",
    file: "a file that it loads is not with its code",
    package: (name: string): string => `the package ${name} may call AWS`,
    missing: (name: string): string => `the package ${name} is not with its code`,
} as const;

export const RUN_TIME: Said = { is: "run-time" };

/** More ways than these are as good as any. */
const MOST_WAYS = 24;

/** One of these, without repetition. */
export function eitherOf(all: readonly Said[]): Said {
    const ways = new Map<string, Said>();
    for (const one of all) for (const way of one.is === "either" ? one.of : [one]) ways.set(JSON.stringify(way), way);
    const [first] = ways.values();
    if (first === undefined || ways.size > MOST_WAYS) return RUN_TIME;
    return ways.size === 1 ? first : { is: "either", of: [...ways.values()] };
}

/** One after the other; texts that stand side by side are one. */
export function joinedOf(all: readonly Said[]): Said {
    const parts: Said[] = [];
    for (const one of all)
        for (const part of one.is === "joined" ? one.parts : [one]) {
            const before = parts.at(-1);
            if (part.is === "text" && before?.is === "text")
                parts[parts.length - 1] = { is: "text", text: before.text + part.text };
            else if (part.is !== "text" || part.text !== "") parts.push(part);
        }
    if (parts.length > MOST_WAYS) return RUN_TIME;
    return parts.length === 0
        ? { is: "text", text: "" }
        : parts.length === 1 && parts[0]
          ? parts[0]
          : { is: "joined", parts };
}
