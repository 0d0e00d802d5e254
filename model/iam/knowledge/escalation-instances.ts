import {
    BISHOP_FOX,
    DOCS,
    type EscalationPath,
    hackTricks,
    PMAPPER,
    passRole,
    pathfinding,
    RHINO,
    takeOver,
} from "./escalation-path";

/** Paths through instances and what launches them. */
export const INSTANCE_PATHS: readonly EscalationPath[] = [
    passRole("pass-role-ec2", {
        service: "ec2.amazonaws.com",
        title: "Launch an instance with an instance profile",
        needs: [],
        anyOf: ["ec2:RunInstances", "ec2:RequestSpotInstances", "ec2:RequestSpotFleet", "ec2:CreateFleet"],
        effect: "It has the credentials of the profile's role, through user data or a session on the instance.",
        sources: [RHINO, BISHOP_FOX, pathfinding("ec2-001"), pathfinding("ec2-003")],
    }),
    passRole("pass-role-instance-profile", {
        service: "ec2.amazonaws.com",
        title: "Attach an instance profile to an instance that runs",
        needs: [],
        anyOf: ["ec2:AssociateIamInstanceProfile", "ec2:ReplaceIamInstanceProfileAssociation"],
        effect: "An instance it can reach gets the credentials of the role it passes.",
        sources: [hackTricks("aws-ec2-privesc")],
    }),
    passRole("pass-role-to-profile", {
        service: "ec2.amazonaws.com",
        title: "Put another role into an instance profile",
        needs: ["iam:AddRoleToInstanceProfile"],
        effect: "Instances that have the profile get the credentials of the role it passes.",
        provided: "the profile is empty or can be emptied, and it reaches an instance that has it",
        sources: [`${DOCS}/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html`, hackTricks("aws-iam-privesc")],
    }),
    passRole("pass-role-auto-scaling", {
        service: "ec2.amazonaws.com",
        title: "Launch instances through an Auto Scaling group",
        needs: ["autoscaling:CreateAutoScalingGroup"],
        anyOf: ["autoscaling:CreateLaunchConfiguration", "ec2:CreateLaunchTemplate"],
        effect: "It has the credentials of the role it passes, through the user data of the group's instances.",
        sources: [PMAPPER, hackTricks("aws-ec2-privesc")],
    }),
    passRole("pass-role-auto-scaling-update", {
        service: "ec2.amazonaws.com",
        title: "Have an Auto Scaling group launch instances of another kind",
        needs: ["autoscaling:UpdateAutoScalingGroup"],
        anyOf: ["autoscaling:CreateLaunchConfiguration", "ec2:CreateLaunchTemplate"],
        effect: "The instances that the group launches next run a script of its own with the role it passes.",
        sources: [
            `${DOCS}/autoscaling/ec2/APIReference/API_UpdateAutoScalingGroup.html`,
            hackTricks("aws-ec2-privesc"),
        ],
    }),
    passRole("pass-role-image-builder", {
        service: "ec2.amazonaws.com",
        title: "Build an image with an instance profile",
        needs: [
            "imagebuilder:CreateComponent",
            "imagebuilder:CreateImageRecipe",
            "imagebuilder:CreateInfrastructureConfiguration",
        ],
        anyOf: ["imagebuilder:CreateImage", "imagebuilder:CreateImagePipeline"],
        effect: "Build commands of its own run on an instance with the role it passes.",
        sources: [`${DOCS}/imagebuilder/latest/APIReference/API_CreateInfrastructureConfiguration.html`],
    }),
    passRole("pass-role-game-fleet", {
        service: "gamelift.amazonaws.com",
        title: "Run a game server with a role",
        needs: ["gamelift:CreateFleet"],
        anyOf: ["gamelift:CreateBuild", "gamelift:CreateScript"],
        effect: "A server of its own runs on the fleet's instances, which have the role it passes.",
        sources: [`${DOCS}/gameliftservers/latest/apireference/API_CreateFleet.html`],
    }),
    takeOver("instance-connect", "instance", {
        title: "Push an SSH key to an instance",
        needs: [],
        anyOf: ["ec2-instance-connect:SendSSHPublicKey", "ec2-instance-connect:SendSerialConsoleSSHPublicKey"],
        effect: "It has the credentials of the instance's role.",
        sources: [
            "https://bishopfox.com/blog/aws-iam-privilege-escalation-playground",
            pathfinding("ec2instanceconnect-003"),
        ],
    }),
    takeOver("instance-user-data", "instance", {
        title: "Replace the user data of an instance",
        needs: ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"],
        effect: "A script of its own runs with the credentials of the instance's role at the next start.",
        sources: [
            "https://github.com/dagrz/aws_pwn/blob/master/elevation/bouncy_bouncy_cloudy_cloud.py",
            pathfinding("ec2-002"),
        ],
    }),
    takeOver("launch-template-version", "launch-template", {
        title: "Make a changed version of a launch template the default",
        needs: ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"],
        effect: "Instances launched from it run a script of its own under the template's role.",
        sources: [pathfinding("ec2-004")],
    }),
];
