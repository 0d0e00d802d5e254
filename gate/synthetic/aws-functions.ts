import { type PropertyTree, type ProviderSettings, UnsupportedFunction } from "./cloud";
import { hex, uuid } from "./deterministic";
import { identityOf } from "./identity";
import { type Place, placeOf } from "./place";
import { getPolicyDocument } from "./policy-document";
import { type Shaping, shape } from "./shapes";
import { answerOf } from "./tables";
import { opened, secret } from "./wire-values";

type Answer = (args: PropertyTree, place: Place) => PropertyTree;

const ZONES = ["a", "b", "c"];

/** Data sources whose answers programs compute with; the others get values shaped by their declared result. */
const answers: Readonly<Record<string, Answer>> = {
    "aws:iam/getPolicyDocument:getPolicyDocument": getPolicyDocument,
    "aws:index/getCallerIdentity:getCallerIdentity": (_, { partition, account }) => ({
        id: account,
        accountId: account,
        arn: `arn:${partition}:iam::${account}:user/deployer`,
        userId: "AIDAEXAMPLEDEPLOYERID",
    }),
    "aws:index/getRegion:getRegion": (args, place) => {
        const region =
            typeof args["region"] === "string"
                ? args["region"]
                : typeof args["name"] === "string"
                  ? args["name"]
                  : place.region;
        return {
            id: region,
            name: region,
            region,
            description: "Synthetic region",
            endpoint: `ec2.${region}.${place.dnsSuffix}`,
        };
    },
    "aws:index/getPartition:getPartition": (_, { partition, dnsSuffix }) => ({
        id: partition,
        partition,
        dnsSuffix,
        reverseDnsPrefix: dnsSuffix.split(".").reverse().join("."),
    }),
    "aws:index/getAvailabilityZones:getAvailabilityZones": (_, { region }) => ({
        id: region,
        names: ZONES.map((zone) => `${region}${zone}`),
        zoneIds: ZONES.map((_zone, index) => `${region.slice(0, 2)}e1-az${index + 1}`),
        groupNames: [region],
    }),
    "aws:index/getAvailabilityZone:getAvailabilityZone": (args, { region }) => ({
        id: text(args["name"], `${region}a`),
        name: text(args["name"], `${region}a`),
        nameSuffix: text(args["name"], `${region}a`).slice(-1),
        region,
        zoneId: text(args["zoneId"], `${region.slice(0, 2)}e1-az1`),
        state: "available",
    }),
    "aws:index/getRegions:getRegions": (_, { region }) => ({ id: "regions", names: [region] }),
    "aws:index/getService:getService": (args, { region, dnsSuffix }) => ({
        id: `com.amazonaws.${region}.${text(args["serviceId"], "s3")}`,
        dnsName: `${text(args["serviceId"], "s3")}.${region}.${dnsSuffix}`,
        partition: "aws",
        region,
        serviceId: text(args["serviceId"], "s3"),
        reverseDnsName: `com.amazonaws.${region}.${text(args["serviceId"], "s3")}`,
        reverseDnsPrefix: "com.amazonaws",
        supported: true,
    }),
    "aws:ec2/getVpc:getVpc": (args, place) => {
        const id = text(args["id"], `vpc-${hex(JSON.stringify(args), 17)}`);
        return {
            id,
            arn: `arn:${place.partition}:ec2:${place.region}:${place.account}:vpc/${id}`,
            cidrBlock: text(args["cidrBlock"], "10.0.0.0/16"),
            cidrBlockAssociations: [],
            default: args["default"] ?? false,
            dhcpOptionsId: "dopt-00000000000000000",
            enableDnsHostnames: true,
            enableDnsSupport: true,
            instanceTenancy: "default",
            ipv6AssociationId: "",
            ipv6CidrBlock: "",
            mainRouteTableId: `rtb-${hex(id, 17)}`,
            ownerId: place.account,
            state: "available",
            tags: {},
        };
    },
    "aws:ec2/getVpcs:getVpcs": (args) => ({ id: "vpcs", ids: [`vpc-${hex(JSON.stringify(args), 17)}`] }),
    "aws:ec2/getSubnets:getSubnets": (args) => ({
        id: "subnets",
        ids: ZONES.map((zone) => `subnet-${hex(`${JSON.stringify(args)} ${zone}`, 17)}`),
    }),
    "aws:ec2/getSubnetIds:getSubnetIds": (args) => ({
        id: "subnets",
        ids: ZONES.map((zone) => `subnet-${hex(`${JSON.stringify(args)} ${zone}`, 17)}`),
    }),
    "aws:ec2/getSecurityGroups:getSecurityGroups": (args) => ({
        id: "groups",
        ids: [`sg-${hex(JSON.stringify(args), 17)}`],
        vpcIds: [`vpc-${hex(JSON.stringify(args), 17)}`],
        arns: [],
    }),
    "aws:ec2/getAmi:getAmi": (args, place) => ami(args, place),
    "aws:index/getAmi:getAmi": (args, place) => ami(args, place),
    "aws:ec2/getAmiIds:getAmiIds": (args) => ({ id: "images", ids: [`ami-${hex(JSON.stringify(args), 17)}`] }),
    "aws:ssm/getParameter:getParameter": (args, place) => {
        const name = text(args["name"], "parameter");
        const value = parameterValue(name);
        // Who asks for the decryption expects a secret. Public parameters under /aws/service hold image ids and the like.
        const isSecret = args["withDecryption"] === true && !name.startsWith("/aws/service/");
        return {
            id: name,
            name,
            arn: `arn:${place.partition}:ssm:${place.region}:${place.account}:parameter/${name.replace(/^\//, "")}`,
            type: isSecret ? "SecureString" : "String",
            value: isSecret ? secret(value) : value,
            insecureValue: isSecret ? "" : value,
            version: 1,
        };
    },
    "aws:secretsmanager/getSecretVersion:getSecretVersion": (args, place) => ({
        id: `${text(args["secretId"], "secret")}|AWSCURRENT`,
        secretId: args["secretId"],
        arn: secretArn(args["secretId"], place),
        secretString: secret(
            JSON.stringify({
                username: "synthetic",
                password: `synthetic-${hex(text(args["secretId"], "secret"), 12)}`,
            }),
        ),
        secretBinary: secret(""),
        versionId: uuid(text(args["secretId"], "secret")),
        versionStage: "AWSCURRENT",
        versionStages: ["AWSCURRENT"],
        createdDate: "2024-01-01T00:00:00Z",
    }),
    "aws:secretsmanager/getSecret:getSecret": (args, place) => {
        const arn = secretArn(args["arn"] ?? args["name"], place);
        return {
            id: arn,
            arn,
            name: text(args["name"], "secret"),
            description: "",
            kmsKeyId: "",
            policy: "",
            tags: {},
        };
    },
    "aws:elb/getServiceAccount:getServiceAccount": (_, { partition }) => ({
        id: "127311923021",
        arn: `arn:${partition}:iam::127311923021:root`,
    }),
    "aws:index/getBillingServiceAccount:getBillingServiceAccount": (_, { partition }) => ({
        id: "386209384616",
        arn: `arn:${partition}:iam::386209384616:root`,
    }),
    "aws:s3/getCanonicalUserId:getCanonicalUserId": () => ({ id: hex("canonical user", 64), displayName: "synthetic" }),
    "aws:index/getDefaultTags:getDefaultTags": () => ({ id: "default-tags", tags: {} }),
    "aws:index/getIpRanges:getIpRanges": () => ({
        id: "ranges",
        cidrBlocks: ["203.0.113.0/24"],
        ipv6CidrBlocks: [],
        createDate: "2024-01-01-00-00-00",
        syncToken: 1,
    }),
};

/**
 * What answers are secrets. The provider hands them over without a mark (pulumi-terraform-bridge, issue 1051), so there a program marks
 * them itself; here each has one. Source: the providers' documentation of each function.
 */
const SECRET_ANSWERS: Readonly<Record<string, readonly string[]>> = {
    "aws:codeartifact/getAuthorizationToken:getAuthorizationToken": ["authorizationToken"],
    "aws:cognito/getUserPoolClient:getUserPoolClient": ["clientSecret"],
    "aws:dms/getEndpoint:getEndpoint": ["password"],
    "aws:ec2/getInstance:getInstance": ["passwordData"],
    "aws:ecr/getAuthorizationToken:getAuthorizationToken": ["authorizationToken", "password"],
    "aws:ecr/getCredentials:getCredentials": ["authorizationToken"],
    "aws:ecrpublic/getAuthorizationToken:getAuthorizationToken": ["authorizationToken", "password"],
    "aws:eks/getClusterAuth:getClusterAuth": ["token"],
    "aws:kms/getSecrets:getSecrets": ["plaintext"],
    "aws:redshift/getClusterCredentials:getClusterCredentials": ["dbPassword"],
    "aws:redshiftserverless/getCredentials:getCredentials": ["dbPassword"],
    "aws:secretsmanager/getRandomPassword:getRandomPassword": ["randomPassword"],
};

/** Answers an AWS data source. Arguments that the result repeats are repeated. */
export function invokeAws(token: string, args: PropertyTree, provider: ProviderSettings): PropertyTree {
    const place = placeOf(provider, args["region"]);
    const plain = opened(args) as PropertyTree;
    const own = answers[token];
    if (own)
        return token.startsWith("aws:iam/getPolicyDocument") ? own(args, place) : { ...plain, ...own(plain, place) };
    const declared = answerOf(token);
    if (!declared) {
        throw new UnsupportedFunction(
            `the program calls ${token}, which this version of the gate has no answer for: run the check with --host pulumi, which needs the Pulumi CLI, or give the value as configuration`,
        );
    }
    const seed = `${token} ${JSON.stringify(plain)}`;
    const { type, name } = subject(token, plain);
    const identity = identityOf(type, name, seed, { name, ...plain }, place, lookedUp(plain));
    const shaping: Shaping = { type, seed, identity, place, inputs: plain };
    const result: Record<string, unknown> = {};
    for (const property of declared) {
        if (plain[property.name] !== undefined) result[property.name] = plain[property.name];
        else if (property.name === "id") result["id"] = identity.id;
        else if (!property.input) result[property.name] = dataShape(property.name, property.kind, shaping);
    }
    for (const name of SECRET_ANSWERS[token] ?? []) result[name] = secret(result[name] ?? "");
    return { ...plain, ...result };
}

/** `aws:lambda/getFunction:getFunction` looks up an `aws:lambda/function:Function`. */
function subject(token: string, args: PropertyTree): { type: string; name: string } {
    const [, module = "", getter = ""] = token.split(":");
    const resource = getter.replace(/^get/, "");
    const type = `aws:${module.split("/")[0]}/${resource.charAt(0).toLowerCase()}${resource.slice(1)}:${resource}`;
    const named = Object.entries(args).find(
        ([key, value]) => typeof value === "string" && /(?:^|[a-z])(?:name|identifier|bucket)$/i.test(key),
    );
    return { type, name: text(named?.[1], resource.toLowerCase()) };
}

function lookedUp(args: PropertyTree): string | undefined {
    const given = args["arn"] ?? args["id"];
    return typeof given === "string" ? given : undefined;
}

/** As for resources, except that whole documents are not invented and lists of ids have members. */
function dataShape(name: string, kind: string, shaping: Shaping): unknown {
    if (kind === "S" && /ids$|arns$|names$/i.test(name)) return [shape(name.replace(/s$/, ""), "s", shaping)];
    if (kind === "s" && /policy|document|json$/i.test(name)) return "";
    return shape(name, kind, shaping);
}

function ami(args: PropertyTree, place: Place): PropertyTree {
    const id = `ami-${hex(JSON.stringify(args), 17)}`;
    return {
        id,
        imageId: id,
        arn: `arn:${place.partition}:ec2:${place.region}::image/${id}`,
        architecture: "x86_64",
        blockDeviceMappings: [],
        creationDate: "2024-01-01T00:00:00.000Z",
        description: "",
        hypervisor: "xen",
        imageLocation: "amazon/synthetic",
        imageType: "machine",
        name: "synthetic-image",
        ownerId: "137112412989",
        public: true,
        rootDeviceName: "/dev/xvda",
        rootDeviceType: "ebs",
        state: "available",
        tags: {},
        virtualizationType: "hvm",
    };
}

/** Public parameters that are called `recommended` hold a document that names an image; others, an image's id alone. */
function parameterValue(name: string): string {
    const image = `ami-${hex(name, 17)}`;
    if (/^\/aws\/service\/.*\/recommended$/.test(name))
        return JSON.stringify({ schema_version: "1", image_id: image, image_name: "synthetic-image", os: "Linux" });
    return /ami|image_id/.test(name) ? image : `value-of-${hex(name, 8)}`;
}

function secretArn(given: unknown, place: Place): string {
    const name = text(given, "secret");
    if (name.startsWith("arn:")) return name;
    return `arn:${place.partition}:secretsmanager:${place.region}:${place.account}:secret:${name}-${hex(name, 6)}`;
}

function text(value: unknown, otherwise: string): string {
    return typeof value === "string" && value !== "" ? value : otherwise;
}
