/** Resource types by token: what takes requests from outside. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// alb
export const AlbListener = resourceType<aws.alb.ListenerArgs>("aws:alb/listener:Listener");
export const AlbListenerRule = resourceType<aws.alb.ListenerRuleArgs>("aws:alb/listenerRule:ListenerRule");
export const AlbLoadBalancer = resourceType<aws.alb.LoadBalancerArgs>("aws:alb/loadBalancer:LoadBalancer");
export const AlbTargetGroup = resourceType<aws.alb.TargetGroupArgs>("aws:alb/targetGroup:TargetGroup");
export const AlbTargetGroupAttachment = resourceType<aws.alb.TargetGroupAttachmentArgs>(
    "aws:alb/targetGroupAttachment:TargetGroupAttachment",
);

// apigateway
export const RestAccount = resourceType<aws.apigateway.AccountArgs>("aws:apigateway/account:Account");
export const RestApiKey = resourceType<aws.apigateway.ApiKeyArgs>("aws:apigateway/apiKey:ApiKey");
export const RestAuthorizer = resourceType<aws.apigateway.AuthorizerArgs>("aws:apigateway/authorizer:Authorizer");
export const RestBasePathMapping = resourceType<aws.apigateway.BasePathMappingArgs>(
    "aws:apigateway/basePathMapping:BasePathMapping",
);
export const RestDeployment = resourceType<aws.apigateway.DeploymentArgs>("aws:apigateway/deployment:Deployment");
export const RestDomainName = resourceType<aws.apigateway.DomainNameArgs>("aws:apigateway/domainName:DomainName");
export const RestIntegration = resourceType<aws.apigateway.IntegrationArgs>("aws:apigateway/integration:Integration");
export const RestIntegrationResponse = resourceType<aws.apigateway.IntegrationResponseArgs>(
    "aws:apigateway/integrationResponse:IntegrationResponse",
);
export const RestMethod = resourceType<aws.apigateway.MethodArgs>("aws:apigateway/method:Method");
export const RestMethodSettings = resourceType<aws.apigateway.MethodSettingsArgs>(
    "aws:apigateway/methodSettings:MethodSettings",
);
export const RestRequestValidator = resourceType<aws.apigateway.RequestValidatorArgs>(
    "aws:apigateway/requestValidator:RequestValidator",
);
export const RestResource = resourceType<aws.apigateway.ResourceArgs>("aws:apigateway/resource:Resource");
export const RestResponse = resourceType<aws.apigateway.ResponseArgs>("aws:apigateway/response:Response");
export const RestApi = resourceType<aws.apigateway.RestApiArgs>("aws:apigateway/restApi:RestApi");
export const RestApiPolicy = resourceType<aws.apigateway.RestApiPolicyArgs>(
    "aws:apigateway/restApiPolicy:RestApiPolicy",
);
export const RestApiPut = resourceType<aws.apigateway.RestApiPutArgs>("aws:apigateway/restApiPut:RestApiPut");
export const RestStage = resourceType<aws.apigateway.StageArgs>("aws:apigateway/stage:Stage");
export const RestUsagePlan = resourceType<aws.apigateway.UsagePlanArgs>("aws:apigateway/usagePlan:UsagePlan");
export const ApiGatewayModel = resourceType<aws.apigateway.ModelArgs>("aws:apigateway/model:Model");
export const ApiGatewayDocumentationPart = resourceType<aws.apigateway.DocumentationPartArgs>(
    "aws:apigateway/documentationPart:DocumentationPart",
);

// apigatewayv2
export const HttpApi = resourceType<aws.apigatewayv2.ApiArgs>("aws:apigatewayv2/api:Api");
export const HttpApiMapping = resourceType<aws.apigatewayv2.ApiMappingArgs>("aws:apigatewayv2/apiMapping:ApiMapping");
export const HttpAuthorizer = resourceType<aws.apigatewayv2.AuthorizerArgs>("aws:apigatewayv2/authorizer:Authorizer");
export const HttpDomainName = resourceType<aws.apigatewayv2.DomainNameArgs>("aws:apigatewayv2/domainName:DomainName");
export const HttpIntegration = resourceType<aws.apigatewayv2.IntegrationArgs>(
    "aws:apigatewayv2/integration:Integration",
);
export const HttpRoute = resourceType<aws.apigatewayv2.RouteArgs>("aws:apigatewayv2/route:Route");
export const HttpRoutingRule = resourceType<aws.apigatewayv2.RoutingRuleArgs>(
    "aws:apigatewayv2/routingRule:RoutingRule",
);
export const HttpStage = resourceType<aws.apigatewayv2.StageArgs>("aws:apigatewayv2/stage:Stage");
export const ApiGatewayV2IntegrationResponse = resourceType<aws.apigatewayv2.IntegrationResponseArgs>(
    "aws:apigatewayv2/integrationResponse:IntegrationResponse",
);
export const ApiGatewayV2Model = resourceType<aws.apigatewayv2.ModelArgs>("aws:apigatewayv2/model:Model");

// appsync
export const AppSyncApi = resourceType<aws.appsync.ApiArgs>("aws:appsync/api:Api");
export const AppSyncApiCache = resourceType<aws.appsync.ApiCacheArgs>("aws:appsync/apiCache:ApiCache");
export const AppSyncApiKey = resourceType<aws.appsync.ApiKeyArgs>("aws:appsync/apiKey:ApiKey");
export const AppSyncChannelNamespace = resourceType<aws.appsync.ChannelNamespaceArgs>(
    "aws:appsync/channelNamespace:ChannelNamespace",
);
export const AppSyncDataSource = resourceType<aws.appsync.DataSourceArgs>("aws:appsync/dataSource:DataSource");
export const AppSyncFunction = resourceType<aws.appsync.FunctionArgs>("aws:appsync/function:Function");
export const AppSyncGraphQLApi = resourceType<aws.appsync.GraphQLApiArgs>("aws:appsync/graphQLApi:GraphQLApi");
export const AppSyncResolver = resourceType<aws.appsync.ResolverArgs>("aws:appsync/resolver:Resolver");
export const AppSyncType = resourceType<aws.appsync.TypeArgs>("aws:appsync/type:Type");

// cloudfront
export const CloudFrontDistribution = resourceType<aws.cloudfront.DistributionArgs>(
    "aws:cloudfront/distribution:Distribution",
);
export const CloudFrontFunction = resourceType<aws.cloudfront.FunctionArgs>("aws:cloudfront/function:Function");
export const CloudFrontMonitoringSubscription = resourceType<aws.cloudfront.MonitoringSubscriptionArgs>(
    "aws:cloudfront/monitoringSubscription:MonitoringSubscription",
);
export const CloudFrontMultitenantDistribution = resourceType<aws.cloudfront.MultitenantDistributionArgs>(
    "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
);
export const CloudFrontOriginAccessControl = resourceType<aws.cloudfront.OriginAccessControlArgs>(
    "aws:cloudfront/originAccessControl:OriginAccessControl",
);
export const CloudFrontVpcOrigin = resourceType<aws.cloudfront.VpcOriginArgs>("aws:cloudfront/vpcOrigin:VpcOrigin");
export const CloudFrontRealtimeLogConfig = resourceType<aws.cloudfront.RealtimeLogConfigArgs>(
    "aws:cloudfront/realtimeLogConfig:RealtimeLogConfig",
);
export const CloudFrontResponseHeadersPolicy = resourceType<aws.cloudfront.ResponseHeadersPolicyArgs>(
    "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
);
export const CloudFrontConnectionFunction = resourceType<aws.cloudfront.ConnectionFunctionArgs>(
    "aws:cloudfront/connectionFunction:ConnectionFunction",
);
export const CloudFrontKeyvaluestoreKey = resourceType<aws.cloudfront.KeyvaluestoreKeyArgs>(
    "aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey",
);
export const CloudFrontKeyvaluestoreKeysExclusive = resourceType<aws.cloudfront.KeyvaluestoreKeysExclusiveArgs>(
    "aws:cloudfront/keyvaluestoreKeysExclusive:KeyvaluestoreKeysExclusive",
);
export const CloudFrontDistributionTenant = resourceType<aws.cloudfront.DistributionTenantArgs>(
    "aws:cloudfront/distributionTenant:DistributionTenant",
);

// elb
export const ClassicLbListenerPolicy = resourceType<aws.elb.ListenerPolicyArgs>(
    "aws:elb/listenerPolicy:ListenerPolicy",
);
export const ClassicLoadBalancer = resourceType<aws.elb.LoadBalancerArgs>("aws:elb/loadBalancer:LoadBalancer");
export const ClassicLbLoadBalancerBackendServerPolicy = resourceType<aws.elb.LoadBalancerBackendServerPolicyArgs>(
    "aws:elb/loadBalancerBackendServerPolicy:LoadBalancerBackendServerPolicy",
);
export const ClassicLbLoadBalancerPolicy = resourceType<aws.elb.LoadBalancerPolicyArgs>(
    "aws:elb/loadBalancerPolicy:LoadBalancerPolicy",
);
export const ClassicLbSslNegotiationPolicy = resourceType<aws.elb.SslNegotiationPolicyArgs>(
    "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy",
);

// fms
export const FmsPolicy = resourceType<aws.fms.PolicyArgs>("aws:fms/policy:Policy");

// globalaccelerator
export const GlobalAcceleratorAccelerator = resourceType<aws.globalaccelerator.AcceleratorArgs>(
    "aws:globalaccelerator/accelerator:Accelerator",
);

// lb
export const Listener = resourceType<aws.lb.ListenerArgs>("aws:lb/listener:Listener");
export const LbListenerCertificate = resourceType<aws.lb.ListenerCertificateArgs>(
    "aws:lb/listenerCertificate:ListenerCertificate",
);
export const ListenerRule = resourceType<aws.lb.ListenerRuleArgs>("aws:lb/listenerRule:ListenerRule");
export const LoadBalancer = resourceType<aws.lb.LoadBalancerArgs>("aws:lb/loadBalancer:LoadBalancer");
export const TargetGroup = resourceType<aws.lb.TargetGroupArgs>("aws:lb/targetGroup:TargetGroup");
export const TargetGroupAttachment = resourceType<aws.lb.TargetGroupAttachmentArgs>(
    "aws:lb/targetGroupAttachment:TargetGroupAttachment",
);

// networkfirewall
export const NetworkFirewallLoggingConfiguration = resourceType<aws.networkfirewall.LoggingConfigurationArgs>(
    "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
);

// route53
export const Route53QueryLog = resourceType<aws.route53.QueryLogArgs>("aws:route53/queryLog:QueryLog");
export const Route53Zone = resourceType<aws.route53.ZoneArgs>("aws:route53/zone:Zone");
export const Route53HealthCheck = resourceType<aws.route53.HealthCheckArgs>("aws:route53/healthCheck:HealthCheck");

// vpclattice
export const LatticeAuthPolicy = resourceType<aws.vpclattice.AuthPolicyArgs>("aws:vpclattice/authPolicy:AuthPolicy");
export const LatticeResourcePolicy = resourceType<aws.vpclattice.ResourcePolicyArgs>(
    "aws:vpclattice/resourcePolicy:ResourcePolicy",
);
export const LatticeService = resourceType<aws.vpclattice.ServiceArgs>("aws:vpclattice/service:Service");

// wafregional
export const WafRegionalWebAclAssociation = resourceType<aws.wafregional.WebAclAssociationArgs>(
    "aws:wafregional/webAclAssociation:WebAclAssociation",
);

// wafv2
export const WafV2RuleGroup = resourceType<aws.wafv2.RuleGroupArgs>("aws:wafv2/ruleGroup:RuleGroup");
export const WafV2WebAcl = resourceType<aws.wafv2.WebAclArgs>("aws:wafv2/webAcl:WebAcl");
export const WafV2WebAclAssociation = resourceType<aws.wafv2.WebAclAssociationArgs>(
    "aws:wafv2/webAclAssociation:WebAclAssociation",
);
export const WafV2WebAclLoggingConfiguration = resourceType<aws.wafv2.WebAclLoggingConfigurationArgs>(
    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
);
export const WafV2WebAclRule = resourceType<aws.wafv2.WebAclRuleArgs>("aws:wafv2/webAclRule:WebAclRule");
export const WafV2WebAclRuleGroupAssociation = resourceType<aws.wafv2.WebAclRuleGroupAssociationArgs>(
    "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation",
);

// grafana
export const GrafanaWorkspace = resourceType<aws.grafana.WorkspaceArgs>("aws:grafana/workspace:Workspace");
