const aws = require("@pulumi/aws");

const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
const gateway = new aws.ec2.InternetGateway("gateway", { vpcId: vpc.id });
const open = new aws.ec2.Subnet("open", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1a" });
const closed = new aws.ec2.Subnet("closed", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24", availabilityZone: "eu-west-1a" });
const table = new aws.ec2.RouteTable("table", {
    vpcId: vpc.id,
    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway.id }],
});
new aws.ec2.RouteTableAssociation("open", { subnetId: open.id, routeTableId: table.id });

const everywhere = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];
const front = new aws.ec2.SecurityGroup("front", {
    vpcId: vpc.id,
    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
    egress: everywhere,
});
const app = new aws.ec2.SecurityGroup("app", {
    vpcId: vpc.id,
    ingress: [{ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: [front.id] }],
    egress: everywhere,
});
const data = new aws.ec2.SecurityGroup("data", { vpcId: vpc.id });
new aws.vpc.SecurityGroupIngressRule("data-from-app", {
    securityGroupId: data.id,
    referencedSecurityGroupId: app.id,
    ipProtocol: "tcp",
    fromPort: 5432,
    toPort: 5432,
});

const balancer = new aws.lb.LoadBalancer("balancer", { subnets: [open.id], securityGroups: [front.id] });
const group = new aws.lb.TargetGroup("group", { port: 8080, protocol: "HTTP", vpcId: vpc.id });
new aws.lb.Listener("listener", {
    loadBalancerArn: balancer.arn,
    port: 443,
    protocol: "HTTPS",
    certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555",
    defaultActions: [{ type: "forward", targetGroupArn: group.arn }],
});
const host = new aws.ec2.Instance("host", {
    ami: "ami-0abcdef1234567890",
    instanceType: "t4g.nano",
    subnetId: closed.id,
    vpcSecurityGroupIds: [app.id],
});
new aws.lb.TargetGroupAttachment("host", { targetGroupArn: group.arn, targetId: host.id });
const subnets = new aws.rds.SubnetGroup("subnets", { subnetIds: [closed.id] });
new aws.rds.Instance("database", {
    engine: "postgres",
    instanceClass: "db.t4g.micro",
    allocatedStorage: 20,
    manageMasterUserPassword: true,
    username: "orders",
    dbSubnetGroupName: subnets.name,
    vpcSecurityGroupIds: [data.id],
});
