import {
    BeanstalkConfigurationTemplate,
    BeanstalkEnvironment,
    Ec2Ami,
    Ec2Instance,
    Ec2InstanceMetadataDefaults,
    Ec2LaunchConfiguration,
    Ec2LaunchTemplate,
    Ec2SpotInstanceRequest,
    EmrSecurityConfiguration,
    ImageBuilderInfrastructureConfiguration,
    SageMakerNotebook,
    SsmParameter,
} from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/bastion/bastion-imdsv2";
import { testRule } from "../../support/rule-tester";

const host = (metadataOptions?: object, more: object = {}) =>
    declare(Ec2Instance, {
        ami: "ami-0a",
        instanceType: "t4g.nano",
        ...more,
        ...(metadataOptions && { metadataOptions }),
    });
const required = { httpTokens: "required" };
const optional = { httpTokens: "optional" };
const spot = (metadataOptions: object) => declare(Ec2SpotInstanceRequest, { ami: "ami-0a", metadataOptions });
const configuration = (metadataOptions?: object) =>
    declare(Ec2LaunchConfiguration, { imageId: "ami-0a", ...(metadataOptions && { metadataOptions }) } as never);
const template = (metadataOptions?: object) =>
    declare(Ec2LaunchTemplate, { imageId: "ami-0a", ...(metadataOptions && { metadataOptions }) } as never);
const account = (given: object) => declare(Ec2InstanceMetadataDefaults, given);
const image = (imdsSupport?: string) =>
    declare(Ec2Ami, { ...(imdsSupport !== undefined && { imdsSupport }), enaSupport: true });
const builder = (instanceMetadataOptions?: object) =>
    declare(ImageBuilderInfrastructureConfiguration, {
        instanceProfileName: "builder",
        ...(instanceMetadataOptions && { instanceMetadataOptions }),
    });
const notebook = (version?: unknown) =>
    declare(SageMakerNotebook, {
        instanceType: "ml.t3.medium",
        roleArn: "arn:aws:iam::111122223333:role/notebook",
        ...(version !== undefined && {
            instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: version },
        }),
    } as never);
const clusters = (version?: number) =>
    declare(EmrSecurityConfiguration, {
        configuration: JSON.stringify({
            InstanceMetadataServiceConfiguration: {
                HttpPutResponseHopLimit: 1,
                ...(version !== undefined && { MinimumInstanceMetadataServiceVersion: version }),
            },
        }),
    });
const setting = (value: string, name = "DisableIMDSv1") => ({
    namespace: "aws:autoscaling:launchconfiguration",
    name,
    value,
});
const own = { launchTemplate: { id: ref("base.id"), version: "$Default" } };
const at = (name: string, property = "metadataOptions.httpTokens") => `${name}: ${property}`;
const hops = (limit: unknown) => ({ ...required, httpPutResponseHopLimit: limit });
const strict = { strictRows: true };

testRule(rule, {
    valid: {
        "tokens demanded, wherever hosts are started": {
            host: host(required),
            spot: spot(required),
            template: template(required),
            configuration: configuration(required),
            account: account(required),
            builder: builder(required),
            notebook: notebook("2"),
            emr: clusters(2),
            shop: declare(BeanstalkEnvironment, {
                application: "shop",
                settings: [setting("true"), setting("false", "Rollback")],
            }),
            base: declare(BeanstalkConfigurationTemplate, { application: "shop", settings: [setting("true")] }),
        },
        "no metadata service at all": host({ httpEndpoint: "disabled", httpTokens: "optional" }),
        "no metadata service in a template": template({ httpEndpoint: "disabled", httpTokens: "optional" }),
        "an instance whose template demands them": { base: template(required), host: host(undefined, own) },
        "an instance of a template that is of another stack": host(undefined, { launchTemplate: { id: "lt-0a" } }),
        "an instance with a block of other options, whose template demands them": {
            base: template(required),
            host: host({ instanceMetadataTags: "enabled" }, own),
        },
        "a template that says nothing, of an instance that does": { base: template(), host: host(required, own) },
        "hosts that say nothing, where the account demands them": {
            account: account(required),
            host: host(),
            template: template(),
            configuration: configuration(),
        },
        "hosts that say nothing, where the account has no metadata service": {
            account: account({ httpEndpoint: "disabled" }),
            host: host(),
        },
        "an account without a preference": account({ httpTokens: "no-preference", httpPutResponseHopLimit: -1 }),
        "an image that demands them": {
            image: image("v2.0"),
            host: host(undefined, { ami: ref("image.id") }),
            template: declare(Ec2LaunchTemplate, { imageId: ref("image.id") }),
            configuration: declare(Ec2LaunchConfiguration, { imageId: ref("image.id"), instanceType: "t4g.nano" }),
        },
        "what says nothing of it": {
            builder: builder(),
            emr: clusters(),
            account: account({}),
            shop: declare(BeanstalkEnvironment, { application: "shop" }),
        },
        "hops enough for containers": {
            given: { host: host(hops(2)), spot: spot(hops(2)), configuration: configuration(hops(1)) },
            options: strict,
        },
        "as text": { given: template(hops("2")), options: strict },
        "many hops are a question of the strict profile": host(hops(64)),
        "few hops for all": { given: account({ ...required, httpPutResponseHopLimit: 1 }), options: strict },
    },
    invalid: {
        "no tokens, wherever hosts are started": {
            given: {
                host: host(optional),
                spot: spot(optional),
                template: template(optional),
                configuration: configuration(optional),
                account: account(optional),
                builder: builder(optional),
                notebook: notebook("1"),
                emr: clusters(1),
                shop: declare(BeanstalkEnvironment, { application: "shop", settings: [setting("false")] }),
                base: declare(BeanstalkConfigurationTemplate, { application: "shop", settings: [setting("false")] }),
            },
            reports: [
                at("account", "httpTokens"),
                at("base", "settings[0].value"),
                at("builder", "instanceMetadataOptions.httpTokens"),
                at("configuration"),
                at("emr", "configuration.InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion"),
                at("host"),
                at("notebook", "instanceMetadataServiceConfiguration.minimumInstanceMetadataServiceVersion"),
                at("shop", "settings[0].value"),
                at("spot"),
                at("template"),
            ],
        },
        "said on purpose, it weighs much": {
            given: host(optional),
            reports: ["metadataOptions.httpTokens"],
            weighs: ["high"],
        },
        "nothing said, the image decides": {
            given: host(),
            reports: ["metadataOptions.httpTokens"],
            weighs: ["low"],
        },
        "a service that is switched on, and nothing said": {
            given: host({ httpEndpoint: "enabled" }),
            reports: ["metadataOptions.httpTokens"],
            weighs: ["low"],
        },
        "nothing said in a template": { given: template(), reports: ["metadataOptions.httpTokens"], weighs: ["low"] },
        "nothing said in a launch configuration": {
            given: configuration(),
            reports: ["metadataOptions.httpTokens"],
            weighs: ["low"],
        },
        "a template that wants none, told once": {
            given: { base: template(optional), host: host(undefined, own) },
            reports: [at("base")],
        },
        "an instance that undoes what its template demands": {
            given: { base: template(required), host: host(optional, own) },
            reports: [at("host")],
        },
        "an instance that undoes what the account demands": {
            given: { account: account(required), host: host(optional) },
            reports: [at("host")],
        },
        "an account that wants none, told once": {
            given: { account: account(optional), host: host() },
            reports: [at("account", "httpTokens")],
            weighs: ["high"],
        },
        "hosts that say nothing, where the account has no preference": {
            given: { account: account({ httpTokens: "no-preference" }), host: host() },
            reports: [at("host")],
            weighs: ["low"],
        },
        "an image of the stack that demands none": {
            given: { image: image(), host: host(undefined, { ami: ref("image.id") }) },
            reports: [at("host")],
            weighs: ["low"],
        },
        "a notebook that says nothing": {
            given: notebook(),
            reports: ["instanceMetadataServiceConfiguration.minimumInstanceMetadataServiceVersion"],
            weighs: ["medium"],
        },
        "more hops than containers need": {
            given: {
                host: host(hops(3)),
                spot: spot(hops(3)),
                template: template(hops("64")),
                configuration: configuration(hops(3)),
                account: account({ ...required, httpPutResponseHopLimit: 10 }),
            },
            options: strict,
            reports: [
                at("account", "httpPutResponseHopLimit"),
                ...["configuration", "host", "spot", "template"].map((name) =>
                    at(name, "metadataOptions.httpPutResponseHopLimit"),
                ),
            ],
        },
    },
    undecided: {
        "not known yet": {
            given: {
                setting: declare(SsmParameter, { type: "String", value: unknown }),
                host: host({ httpTokens: ref("setting.value") }),
            },
            awaits: ["host.metadataOptions.httpTokens"],
        },
        "whether there is a service at all": {
            given: {
                setting: declare(SsmParameter, { type: "String", value: unknown }),
                host: host({ httpEndpoint: ref("setting.value"), httpTokens: "optional" }),
            },
            awaits: ["host.metadataOptions.httpEndpoint"],
        },
        "what the account says": {
            given: {
                setting: declare(SsmParameter, { type: "String", value: unknown }),
                account: account({ httpTokens: ref("setting.value") }),
                host: host(),
            },
            awaits: ["account.httpTokens"],
        },
    },
});
