import { without } from "../given";
import { ANYTHING, type Row, type ServiceNeeds } from "./need";

/** Services that make, change and remove what they are told, with the permissions of who tells them. */
const told = (...operations: readonly string[]): ServiceNeeds => ({
    operations: Object.fromEntries(operations.map((operation): [string, readonly Row[]] => [operation, [ANYTHING]])),
});

const unlessRole = (name: string, action: string): readonly Row[] => [{ anything: without(name) }, action];

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html */
export const cloudformation: ServiceNeeds = {
    operations: {
        CreateStack: unlessRole("RoleARN", "cloudformation:CreateStack"),
        UpdateStack: unlessRole("RoleARN", "cloudformation:UpdateStack"),
        DeleteStack: unlessRole("RoleARN", "cloudformation:DeleteStack"),
        RollbackStack: unlessRole("RoleARN", "cloudformation:RollbackStack"),
        ContinueUpdateRollback: unlessRole("RoleARN", "cloudformation:ContinueUpdateRollback"),
        ExecuteChangeSet: [ANYTHING],
        CreateStackInstances: [ANYTHING],
        UpdateStackInstances: [ANYTHING],
        DeleteStackInstances: [ANYTHING],
        UpdateStackSet: [ANYTHING],
    },
};

/** Source: https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/security.html */
export const cloudcontrol: ServiceNeeds = {
    operations: Object.fromEntries(
        ["CreateResource", "DeleteResource", "GetResource", "ListResources", "UpdateResource"].map((operation) => [
            operation,
            unlessRole("RoleArn", `cloudformation:${operation}`),
        ]),
    ),
};

/** Source: https://docs.aws.amazon.com/servicecatalog/latest/adminguide/constraints-launch.html */
export const servicecatalog = told(
    "ProvisionProduct",
    "UpdateProvisionedProduct",
    "TerminateProvisionedProduct",
    "ExecuteProvisionedProductPlan",
    "ExecuteProvisionedProductServiceAction",
);

/** Source: https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_TagResources.html */
export const resourceGroupsTagging = told("TagResources", "UntagResources");

/** Source: https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/concepts-roles-user.html */
export const elasticbeanstalk = told(
    "CreateEnvironment",
    "UpdateEnvironment",
    "RebuildEnvironment",
    "TerminateEnvironment",
    "ComposeEnvironments",
);

/** Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup.html */
export const AUTOMATIONS = told("StartAutomationExecution", "StartChangeRequestExecution");
