/** Resource types by token: analytics. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// athena
export const AthenaDatabase = resourceType<aws.athena.DatabaseArgs>("aws:athena/database:Database");
export const AthenaWorkgroup = resourceType<aws.athena.WorkgroupArgs>("aws:athena/workgroup:Workgroup");

// glue
export const GlueConnection = resourceType<aws.glue.ConnectionArgs>("aws:glue/connection:Connection");
export const GlueCrawler = resourceType<aws.glue.CrawlerArgs>("aws:glue/crawler:Crawler");
export const GlueDataCatalogEncryptionSettings = resourceType<aws.glue.DataCatalogEncryptionSettingsArgs>(
    "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings",
);
export const GlueDevEndpoint = resourceType<aws.glue.DevEndpointArgs>("aws:glue/devEndpoint:DevEndpoint");
export const GlueJob = resourceType<aws.glue.JobArgs>("aws:glue/job:Job");
export const GlueResourcePolicy = resourceType<aws.glue.ResourcePolicyArgs>("aws:glue/resourcePolicy:ResourcePolicy");
export const GlueSecurityConfiguration = resourceType<aws.glue.SecurityConfigurationArgs>(
    "aws:glue/securityConfiguration:SecurityConfiguration",
);

// quicksight
export const QuickSightDataSet = resourceType<aws.quicksight.DataSetArgs>("aws:quicksight/dataSet:DataSet");
