/** Where a managed runtime of Lambda is in its life. */
export interface RuntimeStage {
    /** `blocked`: no function can be created with it; `ending`: deprecated within the days asked for; `other`: not in the table. */
    readonly is: "supported" | "ending" | "deprecated" | "blocked" | "other";
    /** The day on which that began or begins, as `2026-04-30`; of `supported` and `other`, empty. */
    readonly day: string;
}

/**
 * AWS Lambda's managed runtimes: from when each is deprecated, and from when no function can be created with it. Days that are to come
 * are AWS's plan, which it moves now and then. .NET 5 and 7 were for images alone: no function was ever created with them.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html, as of 2026-11.
 */
const DAYS = `
nodejs24.x 2028-04-30 2028-06-01
nodejs22.x 2027-04-30 2027-06-01
nodejs20.x 2026-04-30 2027-02-01
nodejs18.x 2025-09-01 2027-02-01
nodejs16.x 2024-06-12 2027-02-01
nodejs14.x 2023-12-04 2024-01-09
nodejs12.x 2023-03-31 2023-03-31
nodejs10.x 2021-07-30 2021-07-30
nodejs8.10 2020-03-06 2020-02-04
nodejs6.10 2019-08-12 2019-07-12
nodejs4.3 2020-03-05 2020-02-03
nodejs4.3-edge 2020-03-05 2019-03-31
nodejs 2016-08-30 2016-09-30
python3.14 2029-06-30 2029-07-31
python3.13 2029-06-30 2029-07-31
python3.12 2028-10-31 2028-11-30
python3.11 2027-06-30 2027-07-31
python3.10 2026-10-31 2027-02-01
python3.9 2025-12-15 2027-02-01
python3.8 2024-10-14 2027-02-01
python3.7 2023-12-04 2024-01-09
python3.6 2022-07-18 2022-07-18
python2.7 2021-07-15 2021-07-15
java25 2029-06-30 2029-07-31
java21 2029-06-30 2029-07-31
java17.al2023 2029-06-30 2029-07-31
java17 2027-06-30 2027-07-31
java11.al2023 2029-06-30 2029-07-31
java11 2027-06-30 2027-07-31
java8.al2023 2029-06-30 2029-07-31
java8.al2 2027-06-30 2027-07-31
java8 2024-01-08 2024-02-08
dotnet10 2028-11-14 2028-12-14
dotnet8 2026-11-10 2027-02-01
dotnet7 2024-05-14 2024-05-14
dotnet6 2024-12-20 2027-02-01
dotnet5.0 2022-05-10 2022-05-10
dotnetcore3.1 2023-04-03 2023-04-03
dotnetcore2.1 2022-01-05 2022-01-05
dotnetcore2.0 2019-05-30 2019-04-30
dotnetcore1.0 2019-06-27 2019-06-30
ruby4.0 2029-03-31 2029-04-30
ruby3.4 2028-03-31 2028-04-30
ruby3.3 2027-03-31 2027-04-30
ruby3.2 2026-03-31 2027-02-01
ruby2.7 2023-12-07 2024-01-09
ruby2.5 2021-07-30 2021-07-30
go1.x 2024-01-08 2024-02-08
provided.al2023 2029-06-30 2029-07-31
provided.al2 2026-07-31 2027-02-01
provided 2024-01-08 2024-02-08`;

/** What those go on with that have no runtime of their own name on Amazon Linux 2023. */
const NEWEST: readonly (readonly [RegExp, string])[] = [
    [/^nodejs/, "nodejs24.x"],
    [/^python/, "python3.14"],
    [/^java/, "java25"],
    [/^dotnet/, "dotnet10"],
    [/^ruby/, "ruby3.4"],
    [/^go/, "provided.al2023"],
];

interface Days {
    readonly deprecated: string;
    readonly blocked: string;
}

let table: ReadonlyMap<string, Days> | undefined;

function daysOf(runtime: string): Days | undefined {
    table ??= new Map(
        DAYS.trim()
            .split("\n")
            .map((line) => line.split(" "))
            .map(([name = "", deprecated = "", blocked = ""]) => [name, { deprecated, blocked }]),
    );
    return table.get(runtime);
}

const DAY = 86_400_000;

/** How far a runtime is on the given day; one that is deprecated within so many days is `ending`. */
export function stageOf(runtime: string, today: Date, withinDays: number): RuntimeStage {
    const days = daysOf(runtime);
    if (!days) return { is: "other", day: "" };
    const { deprecated, blocked } = days;
    const now = today.getTime();
    if (Date.parse(blocked) <= now) return { is: "blocked", day: blocked };
    if (Date.parse(deprecated) <= now) return { is: "deprecated", day: deprecated };
    const isEnding = Date.parse(deprecated) <= now + withinDays * DAY;
    return isEnding ? { is: "ending", day: deprecated } : { is: "supported", day: "" };
}

/** A runtime that is supported for longer: the same version on Amazon Linux 2023, else the newest of the language. */
export function successorOf(runtime: string): string | undefined {
    const moved = `${runtime.replace(/\.al2$/, "")}.al2023`;
    return daysOf(moved) ? moved : NEWEST.find(([language]) => language.test(runtime))?.[1];
}
