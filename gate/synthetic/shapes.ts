import { hex, number, text, uuid } from "./deterministic";
import type { Identity } from "./identity";
import type { Place } from "./place";
import { textOf } from "./wire-values";

/** What a plausible value of a property depends on. */
export interface Shaping {
    readonly type: string;
    readonly seed: string;
    readonly identity: Identity;
    readonly place: Place;
    readonly inputs: Readonly<Record<string, unknown>>;
}

type Shape = (shaping: Shaping) => unknown;

/** Outputs whose form consumers rely on, by type and property. */
const exact: Readonly<Record<string, Shape>> = {
    "aws:lambda/function:Function.invokeArn": invokeArn,
    "aws:lambda/alias:Alias.invokeArn": invokeArn,
    "aws:lambda/function:Function.qualifiedArn": ({ identity }) => `${identity.arn}:$LATEST`,
    "aws:lambda/function:Function.qualifiedInvokeArn": (shaping) => invokeArn(shaping, ":$LATEST"),
    "aws:lambda/function:Function.responseStreamingInvokeArn": ({ identity, place }) =>
        `arn:${place.partition}:apigateway:${place.region}:lambda:path/2021-11-15/functions/${identity.arn}/response-streaming-invocations`,
    "aws:lambda/function:Function.version": () => "$LATEST",
    "aws:lambda/function:Function.signingJobArn": () => "",
    "aws:lambda/function:Function.signingProfileVersionArn": () => "",
    "aws:lambda/alias:Alias.functionVersion": () => "1",
    "aws:lambda/layerVersion:LayerVersion.layerArn": ({ identity }) => identity.arn.replace(/:1$/, ""),
    "aws:lambda/layerVersion:LayerVersion.version": () => "1",
    "aws:lambda/functionUrl:FunctionUrl.functionUrl": ({ seed, place }) =>
        `https://${urlId(seed)}.lambda-url.${place.region}.on.aws/`,
    "aws:lambda/functionUrl:FunctionUrl.urlId": ({ seed }) => urlId(seed),
    "aws:lambda/functionUrl:FunctionUrl.functionArn": ({ inputs, place }) => functionArn(inputs["functionName"], place),
    "aws:apigateway/restApi:RestApi.executionArn": executeApi,
    "aws:apigateway/restApi:RestApi.rootResourceId": ({ seed }) => text(`${seed} root`, 10).toLowerCase(),
    "aws:apigateway/resource:Resource.path": ({ inputs }) => `/${textOf(inputs["pathPart"])}`,
    "aws:apigateway/stage:Stage.invokeUrl": ({ inputs, place }) =>
        `https://${textOf(inputs["restApi"])}.execute-api.${place.region}.${place.dnsSuffix}/${textOf(inputs["stageName"])}`,
    "aws:apigateway/stage:Stage.executionArn": ({ inputs, place }) =>
        `arn:${place.partition}:execute-api:${place.region}:${place.account}:${textOf(inputs["restApi"])}/${textOf(inputs["stageName"])}`,
    "aws:apigateway/deployment:Deployment.executionArn": ({ inputs, place }) =>
        `arn:${place.partition}:execute-api:${place.region}:${place.account}:${textOf(inputs["restApi"])}/`,
    "aws:apigateway/deployment:Deployment.invokeUrl": ({ inputs, place }) =>
        `https://${textOf(inputs["restApi"])}.execute-api.${place.region}.${place.dnsSuffix}/`,
    "aws:apigatewayv2/api:Api.executionArn": executeApi,
    "aws:apigatewayv2/api:Api.apiEndpoint": ({ identity, place, inputs }) =>
        `${inputs["protocolType"] === "WEBSOCKET" ? "wss" : "https"}://${identity.id}.execute-api.${place.region}.${place.dnsSuffix}`,
    "aws:apigatewayv2/stage:Stage.invokeUrl": ({ inputs, place }) =>
        `https://${textOf(inputs["apiId"])}.execute-api.${place.region}.${place.dnsSuffix}/`,
    "aws:apigatewayv2/stage:Stage.executionArn": ({ inputs, place, identity }) =>
        `arn:${place.partition}:execute-api:${place.region}:${place.account}:${textOf(inputs["apiId"])}/${identity.name}`,
    "aws:dynamodb/table:Table.streamArn": ({ identity, inputs }) =>
        inputs["streamEnabled"] === true ? `${identity.arn}/stream/2024-01-01T00:00:00.000` : "",
    "aws:sqs/queue:Queue.url": ({ identity }) => identity.id,
    "aws:iam/role:Role.uniqueId": ({ seed }) => `AROA${text(seed, 17)}`,
    "aws:iam/user:User.uniqueId": ({ seed }) => `AIDA${text(seed, 17)}`,
    "aws:iam/policy:Policy.policyId": ({ seed }) => `ANPA${text(seed, 17)}`,
    "aws:iam/instanceProfile:InstanceProfile.uniqueId": ({ seed }) => `AIPA${text(seed, 17)}`,
    "aws:cognito/userPool:UserPool.endpoint": ({ identity, place }) =>
        `cognito-idp.${place.region}.amazonaws.com/${identity.id}`,
    "aws:kms/key:Key.keyId": ({ identity }) => identity.id,
    "aws:kms/alias:Alias.targetKeyArn": ({ inputs, place }) => keyArn(inputs["targetKeyId"], place),
    "aws:secretsmanager/secretVersion:SecretVersion.versionId": ({ seed }) => uuid(seed),
    "aws:s3/bucket:Bucket.bucketDomainName": ({ identity }) => `${identity.name}.s3.amazonaws.com`,
    "aws:s3/bucket:Bucket.bucketRegionalDomainName": ({ identity, place }) =>
        `${identity.name}.s3.${place.region}.${place.dnsSuffix}`,
    "aws:s3/bucketV2:BucketV2.bucketDomainName": ({ identity }) => `${identity.name}.s3.amazonaws.com`,
    "aws:s3/bucketV2:BucketV2.bucketRegionalDomainName": ({ identity, place }) =>
        `${identity.name}.s3.${place.region}.${place.dnsSuffix}`,
    "aws:rds/cluster:Cluster.endpoint": databaseHost("cluster-"),
    "aws:rds/cluster:Cluster.readerEndpoint": databaseHost("cluster-ro-"),
    "aws:rds/cluster:Cluster.clusterResourceId": ({ seed }) => `cluster-${text(seed, 26)}`,
    "aws:rds/cluster:Cluster.masterUserSecrets": masterSecret,
    "aws:docdb/cluster:Cluster.endpoint": databaseHost("cluster-"),
    "aws:docdb/cluster:Cluster.masterUserSecrets": masterSecret,
    "aws:rds/instance:Instance.address": databaseHost(""),
    "aws:rds/instance:Instance.endpoint": (shaping) =>
        `${textOf(databaseHost("")(shaping))}:${textOf(shaping.inputs["port"]) || 5432}`,
    "aws:rds/instance:Instance.resourceId": ({ seed }) => `db-${text(seed, 26)}`,
    "aws:rds/instance:Instance.masterUserSecrets": masterSecret,
    "aws:rds/proxy:Proxy.endpoint": databaseHost("proxy-"),
    "aws:acm/certificate:Certificate.domainValidationOptions": ({ inputs, seed }) =>
        [
            inputs["domainName"],
            ...(Array.isArray(inputs["subjectAlternativeNames"])
                ? (inputs["subjectAlternativeNames"] as unknown[])
                : []),
        ].map((domain) => ({
            domainName: domain,
            resourceRecordName: `_${hex(`${seed} ${textOf(domain)}`, 32)}.${textOf(domain).replace(/^\*\./, "")}.`,
            resourceRecordType: "CNAME",
            resourceRecordValue: `_${hex(`${seed} value`, 32)}.acm-validations.aws.`,
        })),
    "aws:cloudfront/distribution:Distribution.domainName": ({ seed }) =>
        `d${text(seed, 13).toLowerCase()}.cloudfront.net`,
    "aws:cloudfront/distribution:Distribution.hostedZoneId": () => "Z2FDTNDATAQYW2",
    "aws:cloudfront/originAccessIdentity:OriginAccessIdentity.iamArn": ({ identity, place }) =>
        `arn:${place.partition}:iam::cloudfront:user/CloudFront Origin Access Identity ${identity.id}`,
    "aws:cloudfront/originAccessIdentity:OriginAccessIdentity.cloudfrontAccessIdentityPath": ({ identity }) =>
        `origin-access-identity/cloudfront/${identity.id}`,
    "aws:ecr/repository:Repository.repositoryUrl": ({ identity, place }) =>
        `${place.account}.dkr.ecr.${place.region}.${place.dnsSuffix}/${identity.name}`,
    // Empty unless a program asks for it, and encrypted then.
    "aws:ec2/instance:Instance.passwordData": () => "",
    "aws:ec2/vpcEndpoint:VpcEndpoint.dnsEntries": ({ identity, place }) => [
        { dnsName: `${identity.id}.${place.region}.vpce.amazonaws.com`, hostedZoneId: "Z7HUB22UULQXV" },
    ],
    "aws:eks/cluster:Cluster.certificateAuthority": () => ({ data: "" }),
    "aws:eks/cluster:Cluster.identities": ({ seed, place }) => [
        { oidcs: [{ issuer: `https://oidc.eks.${place.region}.amazonaws.com/id/${text(seed, 32)}` }] },
    ],
};

/** Outputs by their name, on any type. The first pattern that fits wins. */
const byName: readonly (readonly [RegExp, Shape])[] = [
    [/^arn$/, ({ identity }) => identity.arn],
    [/^(?:name|bucket)$/, ({ identity }) => identity.name],
    [/^region$|Region$/, ({ place }) => place.region],
    [/^(?:accountId|ownerId|owner|registryId|catalogId)$/, ({ place }) => place.account],
    // As local zones are called: that two resources share a zone is for the program to say.
    [/availabilityZoneId/i, ({ place, seed }) => `${place.region.slice(0, 2)}e1-${hex(seed, 3)}1-az1`],
    [/availabilityZone/i, ({ place, seed }) => `${place.region}-${hex(seed, 3)}-1a`],
    [/Ipv6|ipv6/, () => "2600:1f18::1"],
    [/^privateIp|PrivateIp|^ipAddress$/, ({ seed }) => `10.0.${number(seed, 250)}.${4 + number(`${seed} host`, 240)}`],
    [/publicIp|carrierIp|elasticIp/i, ({ seed }) => `203.0.113.${1 + number(seed, 250)}`],
    [/hostedZoneId|^zoneId$/i, ({ seed }) => `Z${text(seed, 20)}`],
    [/url$/i, ({ identity, place }) => `https://${dnsLabel(identity.name)}.${place.region}.${place.dnsSuffix}/`],
    [
        /(?:dns|domain|host)(?:Name)?$|endpoint$|address$/i,
        ({ identity, seed, place }) => `${dnsLabel(identity.name)}.${hex(seed, 12)}.${place.region}.${place.dnsSuffix}`,
    ],
    [/arn$/i, ({ identity }) => identity.arn],
    [/(?:date|time|modified|at)$/i, () => "2024-01-01T00:00:00Z"],
    [/etag$|fingerprint$|hash$|sha256$|checksum$/i, ({ seed }) => hex(seed, 64)],
    [/version$/i, () => "1"],
    [/status$|state$/i, () => "ACTIVE"],
    [/id$/i, ({ identity }) => identity.id],
];

/** A value of the kind that the typings declare, plausible for the property's name. */
export function shape(property: string, kind: string, shaping: Shaping): unknown {
    const own = exact[`${shaping.type}.${property}`];
    if (own) return own(shaping);
    const local = { ...shaping, seed: `${shaping.seed} ${property}` };
    switch (kind) {
        case "s":
            return (
                byName.find(([pattern]) => pattern.test(property))?.[1](local) ?? `${property}-${hex(local.seed, 8)}`
            );
        case "n":
            return /port$/i.test(property) ? portOf(shaping) : 1;
        case "b":
            return false;
        case "m":
        case "o":
            return {};
        default:
            return [];
    }
}

/** The ports that databases answer on where nobody says otherwise, by what their engine or type is called. */
const PORTS: readonly (readonly [RegExp, number])[] = [
    [/postgres/, 5432],
    [/mysql|mariadb/, 3306],
    [/oracle/, 1521],
    [/sqlserver/, 1433],
    [/docdb/, 27_017],
    [/neptune/, 8182],
    [/redshift/, 5439],
    [/memcached/, 11_211],
    [/elasticache|memorydb/, 6379],
    [/influxdb/, 8086],
];

function portOf({ type, inputs }: Shaping): number {
    const named = [textOf(inputs["engine"]), type];
    for (const name of named) for (const [pattern, port] of PORTS) if (pattern.test(name)) return port;
    return 443;
}

function urlId(seed: string): string {
    return text(seed, 32).toLowerCase();
}

function invokeArn({ identity, place }: Shaping, qualifier = ""): string {
    const version = "2015-03-31";
    return `arn:${place.partition}:apigateway:${place.region}:lambda:path/${version}/functions/${identity.arn}${qualifier}/invocations`;
}

function executeApi({ identity, place }: Shaping): string {
    return `arn:${place.partition}:execute-api:${place.region}:${place.account}:${identity.id}`;
}

function functionArn(given: unknown, place: Place): string {
    const text = textOf(given);
    return text.startsWith("arn:")
        ? text
        : `arn:${place.partition}:lambda:${place.region}:${place.account}:function:${text}`;
}

function keyArn(given: unknown, place: Place): string {
    const text = textOf(given);
    return text.startsWith("arn:") ? text : `arn:${place.partition}:kms:${place.region}:${place.account}:key/${text}`;
}

function databaseHost(kind: string): Shape {
    return ({ identity, seed, place }) =>
        `${identity.name}.${kind}${text(seed, 12).toLowerCase()}.${place.region}.rds.${place.dnsSuffix}`;
}

/** Only where the program asks RDS to manage the password is there a secret. */
function masterSecret({ inputs, seed, place, identity }: Shaping): unknown {
    if (inputs["manageMasterUserPassword"] !== true) return [];
    return [
        {
            secretArn: `arn:${place.partition}:secretsmanager:${place.region}:${place.account}:secret:rds!cluster-${uuid(seed)}-${text(seed, 6)}`,
            kmsKeyId: `arn:${place.partition}:kms:${place.region}:${place.account}:key/${uuid(`${identity.name} secret`)}`,
            secretStatus: "active",
        },
    ];
}

function dnsLabel(name: string): string {
    return name
        .toLowerCase()
        .replace(/[^a-z0-9-]+/g, "-")
        .slice(0, 40);
}
