/** Resource types by token: analytics. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// athena
export const AthenaDatabase = resourceType<aws.athena.DatabaseArgs>("aws:athena/database:Database");
export const AthenaWorkgroup = resourceType<aws.athena.WorkgroupArgs>("aws:athena/workgroup:Workgroup");
export const AthenaNamedQuery = resourceType<aws.athena.NamedQueryArgs>("aws:athena/namedQuery:NamedQuery");
export const AthenaPreparedStatement = resourceType<aws.athena.PreparedStatementArgs>(
    "aws:athena/preparedStatement:PreparedStatement",
);
export const AthenaDataCatalog = resourceType<aws.athena.DataCatalogArgs>("aws:athena/dataCatalog:DataCatalog");

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
export const GlueTrigger = resourceType<aws.glue.TriggerArgs>("aws:glue/trigger:Trigger");
export const GlueWorkflow = resourceType<aws.glue.WorkflowArgs>("aws:glue/workflow:Workflow");
export const GlueCatalogDatabase = resourceType<aws.glue.CatalogDatabaseArgs>(
    "aws:glue/catalogDatabase:CatalogDatabase",
);
export const GlueCatalogTable = resourceType<aws.glue.CatalogTableArgs>("aws:glue/catalogTable:CatalogTable");
export const GluePartition = resourceType<aws.glue.PartitionArgs>("aws:glue/partition:Partition");
export const GlueCatalog = resourceType<aws.glue.CatalogArgs>("aws:glue/catalog:Catalog");
export const GlueSchema = resourceType<aws.glue.SchemaArgs>("aws:glue/schema:Schema");
export const GlueDataQualityRuleset = resourceType<aws.glue.DataQualityRulesetArgs>(
    "aws:glue/dataQualityRuleset:DataQualityRuleset",
);

// quicksight
export const QuickSightDataSet = resourceType<aws.quicksight.DataSetArgs>("aws:quicksight/dataSet:DataSet");
export const QuickSightDashboard = resourceType<aws.quicksight.DashboardArgs>("aws:quicksight/dashboard:Dashboard");
export const QuickSightAnalysis = resourceType<aws.quicksight.AnalysisArgs>("aws:quicksight/analysis:Analysis");

// emrcontainers
export const EmrContainersJobTemplate = resourceType<aws.emrcontainers.JobTemplateArgs>(
    "aws:emrcontainers/jobTemplate:JobTemplate",
);

// redshiftdata
export const RedshiftDataStatement = resourceType<aws.redshiftdata.StatementArgs>(
    "aws:redshiftdata/statement:Statement",
);

// timestreamquery
export const TimestreamScheduledQuery = resourceType<aws.timestreamquery.ScheduledQueryArgs>(
    "aws:timestreamquery/scheduledQuery:ScheduledQuery",
);

// kendra
export const KendraDataSource = resourceType<aws.kendra.DataSourceArgs>("aws:kendra/dataSource:DataSource");

// bcmdata
export const BillingDataExport = resourceType<aws.bcmdata.ExportArgs>("aws:bcmdata/export:Export");
