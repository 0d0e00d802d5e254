package main

import (
	"encoding/json"

	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/ec2"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/iam"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/lambda"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/sns"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/sqs"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/ssm"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

type object = map[string]any

func document(statements ...object) (string, error) {
	text, err := json.Marshal(object{"Version": "2012-10-17", "Statement": statements})
	return string(text), err
}

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		token := config.RequireSecret(ctx, "token")
		network, err := pulumi.NewStackReference(ctx, "network", &pulumi.StackReferenceArgs{
			Name: pulumi.String("acme/network/dev"),
		})
		if err != nil {
			return err
		}
		parameter := ssm.LookupParameterOutput(ctx, ssm.LookupParameterOutputArgs{
			Name: pulumi.String("/orders/display-name"),
		})

		jobs, err := sqs.NewQueue(ctx, "jobs", &sqs.QueueArgs{VisibilityTimeoutSeconds: pulumi.Int(30)})
		if err != nil {
			return err
		}
		if _, err = sns.NewTopic(ctx, "news", &sns.TopicArgs{
			DisplayName: parameter.Value(),
			Tags:        pulumi.StringMap{"queue": jobs.Arn},
		}); err != nil {
			return err
		}
		trust, err := document(object{
			"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": object{"Service": "lambda.amazonaws.com"},
		})
		if err != nil {
			return err
		}
		role, err := iam.NewRole(ctx, "role", &iam.RoleArgs{AssumeRolePolicy: pulumi.String(trust)})
		if err != nil {
			return err
		}
		if _, err = iam.NewRolePolicy(ctx, "rights", &iam.RolePolicyArgs{
			Role: role.ID(),
			Policy: jobs.Arn.ApplyT(func(arn string) (string, error) {
				return document(
					object{"Effect": "Allow", "Action": "sqs:*", "Resource": arn},
					object{"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*"},
				)
			}).(pulumi.StringOutput),
		}); err != nil {
			return err
		}
		orders, err := lambda.NewFunction(ctx, "orders", &lambda.FunctionArgs{
			Runtime: pulumi.String("nodejs22.x"),
			Handler: pulumi.String("index.handler"),
			Role:    role.Arn,
			Code: pulumi.NewAssetArchive(map[string]any{
				"index.js": pulumi.NewStringAsset("exports.handler = async () => 1;\n"),
			}),
			Environment: &lambda.FunctionEnvironmentArgs{Variables: pulumi.StringMap{"API_TOKEN": token}},
		})
		if err != nil {
			return err
		}
		if _, err = lambda.NewFunctionUrl(ctx, "url", &lambda.FunctionUrlArgs{
			FunctionName:      orders.Name,
			AuthorizationType: pulumi.String("NONE"),
		}); err != nil {
			return err
		}
		if _, err = ec2.NewSecurityGroup(ctx, "admin", &ec2.SecurityGroupArgs{
			VpcId: network.GetStringOutput(pulumi.String("vpcId")),
			Ingress: ec2.SecurityGroupIngressArray{&ec2.SecurityGroupIngressArgs{
				Protocol:   pulumi.String("tcp"),
				FromPort:   pulumi.Int(22),
				ToPort:     pulumi.Int(22),
				CidrBlocks: pulumi.StringArray{pulumi.String("0.0.0.0/0")},
			}},
		}); err != nil {
			return err
		}
		far, err := aws.NewProvider(ctx, "far", &aws.ProviderArgs{Region: pulumi.String("eu-central-1")})
		if err != nil {
			return err
		}
		if _, err = sqs.NewQueue(ctx, "far-jobs", &sqs.QueueArgs{
			SqsManagedSseEnabled: pulumi.Bool(false),
		}, pulumi.Provider(far)); err != nil {
			return err
		}
		ctx.Export("queue", jobs.Url)
		return nil
	})
}
