/**
 * Accounts that publish layers of Lambda for everybody, by partition: an id is of one account in one partition alone. A layer's name
 * proves nothing, since anybody may take any; the account does.
 *
 * AWS's own, as of 2026-11:
 * - Powertools: https://docs.aws.amazon.com/powertools/python/latest/getting-started/install/,
 *   https://docs.aws.amazon.com/powertools/typescript/latest/getting-started/lambda-layers/
 * - Lambda Insights: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Lambda-Insights-extension-versions.html
 * - Parameters and Secrets: https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-integration-lambda-extensions.html
 * - AppConfig: https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-integration-lambda-extensions-versions.html
 * - OpenTelemetry: https://aws-otel.github.io/docs/getting-started/lambda,
 *   https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Application-Signals-Enable-LambdaMain.html
 * - SDK for pandas: https://aws-sdk-pandas.readthedocs.io/en/stable/layers.html
 * - CodeGuru Profiler: https://docs.aws.amazon.com/codeguru/latest/profiler-ug/python-lambda-layers.html
 * - Lambda Web Adapter: https://github.com/aws/aws-lambda-web-adapter
 */
const OF_AWS: Readonly<Record<string, string>> = {
    aws: `
        017000801446 094274105915
        580247275435 012438385374 519774774795 145023102084 891564319516 439286490199 158895979263 605207715842 590183865173
        727646510379 761018874580 194566237122 946466191631 761377655185 033019950311 339249233099 352183217350 459530977127
        066549572091 879381266642 285320876703 732604637566
        590474943231 177933569100 997803712105 345057560386 317013901791 768336418462 890742577149 070087711984 490737872127
        090732460067 381492012281 995508174458 176022468876 576959938190 738900069198 044395824272 665172237481 941377119484
        133490724326 200266452380 243964427225 187925254637 015030872274 133256977650 325218067255 780235371811 524103009944
        427196147048 148806536434 772501565639 241533131596 832021897121 858974508948 933737806257
        027255383542 728743619870 958113053741 359756378197 039592058896 436199621743 066940009817 758369105281 434848589818
        282860088358 493207061005 646970417810 203683718741 586093569114 630222743974 980059726660 826293736237 706869817123
        421114256042 080788657173 418787028745 307021474294 631746059939 381491832265 851725616657 554480029851 489524808438
        730335625313 000010852771 891376990304 574348263942 662846165436 559955524753
        895787185223
        901920570463 615299751070 904233096616 888577020596 412664885777 796973505492 039612877180 713881805771 152034782359
        313828097273 980416031188 595944127152 156041407956 257394471194 490004653786 746669239226 739275441131 980921751758
        610118373846
        336392948345 839552336658 246107603503 258944054355 945386623051 956415814219 774444163449 982086096842 263840725265
        593833071574 938046470361
        157417159150
        753240598075`,
    "aws-cn": `
        498634801083 488211338238 287114880934 287310001119 615057806174 615084187847 440179912924 440180067931 406640652441
        041581134020 069767869989`,
    "aws-us-gov": `
        165087284144 165093116878 122132214140 751350123760 198461476570 129776340158 127562683043 946561847325 946746059096
        399711857375 399727141365`,
    "aws-eusc": "041683371183 426221636601",
};

/** Those of vendors, which a team may trust or not. Sources: what each documents for its extension. */
const OF_VENDORS: Readonly<Record<string, string>> = {
    "aws 464622532012": "Datadog",
    "aws-us-gov 002406178527": "Datadog",
    "aws 451483290750": "New Relic",
    "aws 943013980633": "Sentry",
    "aws 114300393969": "Lumigo",
    "aws 254067382080": "Splunk",
    "aws 725887861453": "Dynatrace",
    "aws 267093732750": "Elastic",
    "aws 702835727665": "Honeycomb",
    "aws 663229565520": "Sumo Logic",
    "aws 634166935893": "HashiCorp",
};

let accounts: ReadonlySet<string> | undefined;

/** Is it an account by which AWS publishes layers? */
export function publishesForAws(partition: string, account: string): boolean {
    accounts ??= new Set(
        Object.entries(OF_AWS).flatMap(([of, ids]) =>
            ids
                .trim()
                .split(/\s+/)
                .map((id) => `${of} ${id}`),
        ),
    );
    return accounts.has(`${partition} ${account}`);
}

/** The vendor whose account it is known to be. */
export function vendorOf(partition: string, account: string): string | undefined {
    return OF_VENDORS[`${partition} ${account}`];
}

/** Whose layer an ARN names. */
export interface LayerArn {
    readonly partition: string;
    /** Empty in AWS's form for layers of its own, which belong to no account. */
    readonly account: string;
}

/**
 * What the ARN of a layer tells, also where its region or another part is a placeholder; undefined where the text is none.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html (Layers)
 */
export function layerArnOf(text: string): LayerArn | undefined {
    const [arn, partition = "", service, , account = "", kind] = text.split(":");
    if (arn !== "arn" || service !== "lambda") return undefined;
    if (kind === "awslayer") return { partition, account: "" };
    return kind === "layer" ? { partition, account } : undefined;
}

/** Is it the ARN of one version of a layer, or of a layer in AWS's own form, which has none? */
export function isLayerVersionArn(text: string): boolean {
    return /^arn:[\w-]+:lambda:(?:[a-z\d-]+:\d{12}:layer:[\w-]+:\d+|::awslayer:[\w-]+)$/.test(text);
}
