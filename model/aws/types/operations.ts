/** Resource types by token: what builds, deploys and runs operations. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// the provider itself
export const AwsProvider = resourceType<aws.ProviderArgs>("pulumi:providers:aws");

// amplify
export const AmplifyApp = resourceType<aws.amplify.AppArgs>("aws:amplify/app:App");
export const AmplifyBranch = resourceType<aws.amplify.BranchArgs>("aws:amplify/branch:Branch");

// cloudcontrol
export const CloudControlResource = resourceType<aws.cloudcontrol.ResourceArgs>("aws:cloudcontrol/resource:Resource");

// servicecatalog
export const ServiceCatalogProvisionedProduct = resourceType<aws.servicecatalog.ProvisionedProductArgs>(
    "aws:servicecatalog/provisionedProduct:ProvisionedProduct",
);
export const ServiceCatalogConstraint = resourceType<aws.servicecatalog.ConstraintArgs>(
    "aws:servicecatalog/constraint:Constraint",
);
export const ServiceCatalogServiceAction = resourceType<aws.servicecatalog.ServiceActionArgs>(
    "aws:servicecatalog/serviceAction:ServiceAction",
);
export const ServiceCatalogAppregistryAttributeGroup = resourceType<aws.servicecatalog.AppregistryAttributeGroupArgs>(
    "aws:servicecatalog/appregistryAttributeGroup:AppregistryAttributeGroup",
);

// appconfig
export const AppConfigHostedConfigurationVersion = resourceType<aws.appconfig.HostedConfigurationVersionArgs>(
    "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion",
);
export const AppConfigConfigurationProfile = resourceType<aws.appconfig.ConfigurationProfileArgs>(
    "aws:appconfig/configurationProfile:ConfigurationProfile",
);
export const AppConfigExtensionAssociation = resourceType<aws.appconfig.ExtensionAssociationArgs>(
    "aws:appconfig/extensionAssociation:ExtensionAssociation",
);

// evidently
export const EvidentlyFeature = resourceType<aws.evidently.FeatureArgs>("aws:evidently/feature:Feature");

// datazone
export const DataZoneEnvironment = resourceType<aws.datazone.EnvironmentArgs>("aws:datazone/environment:Environment");
export const DataZoneEnvironmentProfile = resourceType<aws.datazone.EnvironmentProfileArgs>(
    "aws:datazone/environmentProfile:EnvironmentProfile",
);
export const DataZoneEnvironmentBlueprintConfiguration =
    resourceType<aws.datazone.EnvironmentBlueprintConfigurationArgs>(
        "aws:datazone/environmentBlueprintConfiguration:EnvironmentBlueprintConfiguration",
    );

// securityhub
export const SecurityHubAutomationRule = resourceType<aws.securityhub.AutomationRuleArgs>(
    "aws:securityhub/automationRule:AutomationRule",
);

// opsworks, in versions of @pulumi/aws until 6.83
interface OpsWorksArgs {
    readonly customJson?: string;
    readonly jvmOptions?: string;
    readonly environments?: readonly object[];
    readonly appSources?: readonly { readonly url?: string }[];
    readonly customCookbooksSources?: readonly { readonly url?: string }[];
}
export const OpsWorksStack = resourceType<OpsWorksArgs>("aws:opsworks/stack:Stack");
export const OpsWorksApplication = resourceType<OpsWorksArgs>("aws:opsworks/application:Application");
export const OpsWorksCustomLayer = resourceType<OpsWorksArgs>("aws:opsworks/customLayer:CustomLayer");
export const OpsWorksEcsClusterLayer = resourceType<OpsWorksArgs>("aws:opsworks/ecsClusterLayer:EcsClusterLayer");
export const OpsWorksGangliaLayer = resourceType<OpsWorksArgs>("aws:opsworks/gangliaLayer:GangliaLayer");
export const OpsWorksHaproxyLayer = resourceType<OpsWorksArgs>("aws:opsworks/haproxyLayer:HaproxyLayer");
export const OpsWorksJavaAppLayer = resourceType<OpsWorksArgs>("aws:opsworks/javaAppLayer:JavaAppLayer");
export const OpsWorksMemcachedLayer = resourceType<OpsWorksArgs>("aws:opsworks/memcachedLayer:MemcachedLayer");
export const OpsWorksMysqlLayer = resourceType<OpsWorksArgs>("aws:opsworks/mysqlLayer:MysqlLayer");
export const OpsWorksNodejsAppLayer = resourceType<OpsWorksArgs>("aws:opsworks/nodejsAppLayer:NodejsAppLayer");
export const OpsWorksPhpAppLayer = resourceType<OpsWorksArgs>("aws:opsworks/phpAppLayer:PhpAppLayer");
export const OpsWorksRailsAppLayer = resourceType<OpsWorksArgs>("aws:opsworks/railsAppLayer:RailsAppLayer");
export const OpsWorksStaticWebLayer = resourceType<OpsWorksArgs>("aws:opsworks/staticWebLayer:StaticWebLayer");
