/** Resource types by token: hosts and networks. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// ec2
export const Ec2Ami = resourceType<aws.ec2.AmiArgs>("aws:ec2/ami:Ami");
export const Ec2AmiCopy = resourceType<aws.ec2.AmiCopyArgs>("aws:ec2/amiCopy:AmiCopy");
export const Ec2AmiLaunchPermission = resourceType<aws.ec2.AmiLaunchPermissionArgs>(
    "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
);
export const Ec2DefaultNetworkAcl = resourceType<aws.ec2.DefaultNetworkAclArgs>(
    "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
);
export const Ec2DefaultRouteTable = resourceType<aws.ec2.DefaultRouteTableArgs>(
    "aws:ec2/defaultRouteTable:DefaultRouteTable",
);
export const Ec2DefaultSecurityGroup = resourceType<aws.ec2.DefaultSecurityGroupArgs>(
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
);
export const Ec2DefaultSubnet = resourceType<aws.ec2.DefaultSubnetArgs>("aws:ec2/defaultSubnet:DefaultSubnet");
export const Ec2DefaultVpc = resourceType<aws.ec2.DefaultVpcArgs>("aws:ec2/defaultVpc:DefaultVpc");
export const Ec2EgressOnlyInternetGateway = resourceType<aws.ec2.EgressOnlyInternetGatewayArgs>(
    "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
);
export const Ec2Eip = resourceType<aws.ec2.EipArgs>("aws:ec2/eip:Eip");
export const Ec2EipAssociation = resourceType<aws.ec2.EipAssociationArgs>("aws:ec2/eipAssociation:EipAssociation");
export const Ec2Fleet = resourceType<aws.ec2.FleetArgs>("aws:ec2/fleet:Fleet");
export const Ec2FlowLog = resourceType<aws.ec2.FlowLogArgs>("aws:ec2/flowLog:FlowLog");
export const Ec2ImageBlockPublicAccess = resourceType<aws.ec2.ImageBlockPublicAccessArgs>(
    "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
);
export const Ec2Instance = resourceType<aws.ec2.InstanceArgs>("aws:ec2/instance:Instance");
export const Ec2InstanceMetadataDefaults = resourceType<aws.ec2.InstanceMetadataDefaultsArgs>(
    "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
);
export const Ec2InternetGateway = resourceType<aws.ec2.InternetGatewayArgs>("aws:ec2/internetGateway:InternetGateway");
export const Ec2InternetGatewayAttachment = resourceType<aws.ec2.InternetGatewayAttachmentArgs>(
    "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
);
export const Ec2KeyPair = resourceType<aws.ec2.KeyPairArgs>("aws:ec2/keyPair:KeyPair");
export const Ec2LaunchConfiguration = resourceType<aws.ec2.LaunchConfigurationArgs>(
    "aws:ec2/launchConfiguration:LaunchConfiguration",
);
export const Ec2LaunchTemplate = resourceType<aws.ec2.LaunchTemplateArgs>("aws:ec2/launchTemplate:LaunchTemplate");
export const Ec2MainRouteTableAssociation = resourceType<aws.ec2.MainRouteTableAssociationArgs>(
    "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
);
export const Ec2ManagedPrefixList = resourceType<aws.ec2.ManagedPrefixListArgs>(
    "aws:ec2/managedPrefixList:ManagedPrefixList",
);
export const Ec2ManagedPrefixListEntry = resourceType<aws.ec2.ManagedPrefixListEntryArgs>(
    "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",
);
export const Ec2NatGateway = resourceType<aws.ec2.NatGatewayArgs>("aws:ec2/natGateway:NatGateway");
export const Ec2NetworkAcl = resourceType<aws.ec2.NetworkAclArgs>("aws:ec2/networkAcl:NetworkAcl");
export const Ec2NetworkAclAssociation = resourceType<aws.ec2.NetworkAclAssociationArgs>(
    "aws:ec2/networkAclAssociation:NetworkAclAssociation",
);
export const Ec2NetworkAclRule = resourceType<aws.ec2.NetworkAclRuleArgs>("aws:ec2/networkAclRule:NetworkAclRule");
export const Ec2NetworkInterface = resourceType<aws.ec2.NetworkInterfaceArgs>(
    "aws:ec2/networkInterface:NetworkInterface",
);
export const Ec2NetworkInterfaceAttachment = resourceType<aws.ec2.NetworkInterfaceAttachmentArgs>(
    "aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment",
);
export const Ec2NetworkInterfaceSecurityGroupAttachment =
    resourceType<aws.ec2.NetworkInterfaceSecurityGroupAttachmentArgs>(
        "aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment",
    );
export const Ec2Route = resourceType<aws.ec2.RouteArgs>("aws:ec2/route:Route");
export const Ec2RouteTable = resourceType<aws.ec2.RouteTableArgs>("aws:ec2/routeTable:RouteTable");
export const Ec2RouteTableAssociation = resourceType<aws.ec2.RouteTableAssociationArgs>(
    "aws:ec2/routeTableAssociation:RouteTableAssociation",
);
export const Ec2SecurityGroup = resourceType<aws.ec2.SecurityGroupArgs>("aws:ec2/securityGroup:SecurityGroup");
export const Ec2SecurityGroupRule = resourceType<aws.ec2.SecurityGroupRuleArgs>(
    "aws:ec2/securityGroupRule:SecurityGroupRule",
);
export const Ec2SpotInstanceRequest = resourceType<aws.ec2.SpotInstanceRequestArgs>(
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
);
export const Ec2Subnet = resourceType<aws.ec2.SubnetArgs>("aws:ec2/subnet:Subnet");
export const Ec2Vpc = resourceType<aws.ec2.VpcArgs>("aws:ec2/vpc:Vpc");
export const Ec2VpcBlockPublicAccessExclusion = resourceType<aws.ec2.VpcBlockPublicAccessExclusionArgs>(
    "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion",
);
export const Ec2VpcBlockPublicAccessOptions = resourceType<aws.ec2.VpcBlockPublicAccessOptionsArgs>(
    "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
);
export const Ec2VpcEncryptionControl = resourceType<aws.ec2.VpcEncryptionControlArgs>(
    "aws:ec2/vpcEncryptionControl:VpcEncryptionControl",
);
export const Ec2VpcEndpoint = resourceType<aws.ec2.VpcEndpointArgs>("aws:ec2/vpcEndpoint:VpcEndpoint");
export const Ec2VpcEndpointPolicy = resourceType<aws.ec2.VpcEndpointPolicyArgs>(
    "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
);
export const Ec2VpcEndpointRouteTableAssociation = resourceType<aws.ec2.VpcEndpointRouteTableAssociationArgs>(
    "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
);
export const Ec2VpcEndpointService = resourceType<aws.ec2.VpcEndpointServiceArgs>(
    "aws:ec2/vpcEndpointService:VpcEndpointService",
);
export const Ec2VpcEndpointServiceAllowedPrinciple = resourceType<aws.ec2.VpcEndpointServiceAllowedPrincipleArgs>(
    "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple",
);
export const Ec2VpcIpv4CidrBlockAssociation = resourceType<aws.ec2.VpcIpv4CidrBlockAssociationArgs>(
    "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
);
export const Ec2VpcIpv6CidrBlockAssociation = resourceType<aws.ec2.VpcIpv6CidrBlockAssociationArgs>(
    "aws:ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation",
);
export const Ec2VpcPeeringConnection = resourceType<aws.ec2.VpcPeeringConnectionArgs>(
    "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
);
export const Ec2VpcPeeringConnectionAccepter = resourceType<aws.ec2.VpcPeeringConnectionAccepterArgs>(
    "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
);
export const Ec2VpnGateway = resourceType<aws.ec2.VpnGatewayArgs>("aws:ec2/vpnGateway:VpnGateway");
export const SpotFleetRequest = resourceType<aws.ec2.SpotFleetRequestArgs>("aws:ec2/spotFleetRequest:SpotFleetRequest");

// ec2transitgateway
export const Ec2TransitGateway = resourceType<aws.ec2transitgateway.TransitGatewayArgs>(
    "aws:ec2transitgateway/transitGateway:TransitGateway",
);
export const Ec2TransitGatewayVpcAttachment = resourceType<aws.ec2transitgateway.VpcAttachmentArgs>(
    "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
);
export const InstanceConnectEndpoint = resourceType<aws.ec2transitgateway.InstanceConnectEndpointArgs>(
    "aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint",
);

// networkfirewall
export const NetworkFirewallResourcePolicy = resourceType<aws.networkfirewall.ResourcePolicyArgs>(
    "aws:networkfirewall/resourcePolicy:ResourcePolicy",
);

// vpc
export const SecurityGroupIngressRule = resourceType<aws.vpc.SecurityGroupIngressRuleArgs>(
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
);
export const VpcSecurityGroupEgressRule = resourceType<aws.vpc.SecurityGroupEgressRuleArgs>(
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
);

// servicediscovery
export const ServiceDiscoveryInstance = resourceType<aws.servicediscovery.InstanceArgs>(
    "aws:servicediscovery/instance:Instance",
);
