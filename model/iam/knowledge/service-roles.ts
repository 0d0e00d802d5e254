import { managedPolicy, retirement } from "./managed-policies";

const EKS = "https://docs.aws.amazon.com/eks/latest/userguide";
const ECS = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";
const BEANSTALK = "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg";
const BACKUP = "https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html";

/**
 * Policies that AWS's documentation tells to attach to the role of one of its own services or agents, by the page that tells it,
 * and that do not stand under the path `service-role/`. As of 2026-11-24; not every page was read again that day.
 */
const BY_SOURCE: Readonly<Record<string, string>> = {
    [`${EKS}/cluster-iam-role.html`]:
        "AmazonEKSClusterPolicy AmazonEKSLocalOutpostClusterPolicy AmazonEKSServicePolicy",
    [`${EKS}/auto-cluster-iam-role.html`]:
        "AmazonEKSComputePolicy AmazonEKSBlockStoragePolicy AmazonEKSLoadBalancingPolicy AmazonEKSNetworkingPolicy",
    [`${EKS}/security-groups-pods-deployment.html`]: "AmazonEKSVPCResourceController",
    [`${EKS}/create-node-role.html`]: "AmazonEKSWorkerNodePolicy AmazonEKS_CNI_Policy",
    [`${EKS}/auto-create-node-role.html`]: "AmazonEKSWorkerNodeMinimalPolicy",
    [`${EKS}/ebs-csi.html`]: "AmazonEBSCSIDriverPolicyV2",
    [`${ECS}/infrastructure_IAM_role.html`]:
        "AmazonECSInfrastructureRolePolicyForVpcLattice AmazonECSInfrastructureRolePolicyForManagedInstances",
    [`${ECS}/instance_IAM_role.html`]: "AmazonECSInstanceRolePolicyForManagedInstances",
    [`${BEANSTALK}/iam-instanceprofile.html`]:
        "AWSElasticBeanstalkWebTier AWSElasticBeanstalkWorkerTier AWSElasticBeanstalkMulticontainerDocker",
    [`${BEANSTALK}/iam-servicerole.html`]: "AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy",
    [BACKUP]:
        "AWSBackupServiceRolePolicyForS3Backup AWSBackupServiceRolePolicyForS3Restore AWSBackupServiceRolePolicyForIndexing AWSBackupServiceRolePolicyForItemRestores AWSBackupGuardDutyRolePolicyForScans",
    "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-ha-placementgroup.html":
        "AmazonElasticMapReducePlacementGroupPolicy",
    "https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-operator-role.html":
        "AWSLambdaManagedEC2ResourceOperator",
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html":
        "AmazonSSMManagedEC2InstanceDefaultPolicy",
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html":
        "AmazonSSMDirectoryServiceAccess",
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-builder-setting-up.html":
        "EC2InstanceProfileForImageBuilder EC2InstanceProfileForImageBuilderECRContainerBuilds",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cognito-auth.html":
        "AmazonOpenSearchServiceCognitoAccess AmazonESCognitoAccess",
};

const LISTED: ReadonlySet<string> = new Set(Object.values(BY_SOURCE).flatMap((names) => names.split(" ")));

/**
 * Did AWS write the policy for the role of one of its own services or agents, as it says by the path `service-role/` or in the
 * pages above? What such a role does is AWS's, however broad; under code of one's own the policy is merely broad. The path
 * `aws-service-role/` is of service-linked roles: nothing else can carry it.
 */
export function isForServiceRole(arnOrName: string): boolean {
    const policy = managedPolicy(arnOrName);
    if (!policy || retirement(policy.name)) return false;
    return policy.path === "service-role/" || policy.path === "aws-service-role/" || LISTED.has(policy.name);
}

/** The policies that are listed one by one, with their sources, for a test that they exist. */
export function listedServicePolicies(): readonly { readonly name: string; readonly source: string }[] {
    return Object.entries(BY_SOURCE).flatMap(([source, names]) => names.split(" ").map((name) => ({ name, source })));
}
