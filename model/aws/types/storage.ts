/** Resource types by token: objects, files and volumes. */
import type * as aws from "@pulumi/aws";
import { resourceType } from "../resource-type";

// backup
export const BackupLogicallyAirGappedVault = resourceType<aws.backup.LogicallyAirGappedVaultArgs>(
    "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
);
export const BackupSelection = resourceType<aws.backup.SelectionArgs>("aws:backup/selection:Selection");
export const BackupVault = resourceType<aws.backup.VaultArgs>("aws:backup/vault:Vault");
export const BackupVaultPolicy = resourceType<aws.backup.VaultPolicyArgs>("aws:backup/vaultPolicy:VaultPolicy");

// datasync
export const DataSyncTask = resourceType<aws.datasync.TaskArgs>("aws:datasync/task:Task");

// dlm
export const DlmLifecyclePolicy = resourceType<aws.dlm.LifecyclePolicyArgs>("aws:dlm/lifecyclePolicy:LifecyclePolicy");

// ebs
export const EbsDefaultKmsKey = resourceType<aws.ebs.DefaultKmsKeyArgs>("aws:ebs/defaultKmsKey:DefaultKmsKey");
export const EbsEncryptionByDefault = resourceType<aws.ebs.EncryptionByDefaultArgs>(
    "aws:ebs/encryptionByDefault:EncryptionByDefault",
);
export const EbsSnapshot = resourceType<aws.ebs.SnapshotArgs>("aws:ebs/snapshot:Snapshot");
export const EbsSnapshotBlockPublicAccess = resourceType<aws.ebs.SnapshotBlockPublicAccessArgs>(
    "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
);
export const EbsSnapshotCopy = resourceType<aws.ebs.SnapshotCopyArgs>("aws:ebs/snapshotCopy:SnapshotCopy");
export const EbsSnapshotImport = resourceType<aws.ebs.SnapshotImportArgs>("aws:ebs/snapshotImport:SnapshotImport");
export const EbsVolume = resourceType<aws.ebs.VolumeArgs>("aws:ebs/volume:Volume");

// efs
export const EfsAccessPoint = resourceType<aws.efs.AccessPointArgs>("aws:efs/accessPoint:AccessPoint");
export const EfsBackupPolicy = resourceType<aws.efs.BackupPolicyArgs>("aws:efs/backupPolicy:BackupPolicy");
export const EfsFileSystem = resourceType<aws.efs.FileSystemArgs>("aws:efs/fileSystem:FileSystem");
export const EfsFileSystemPolicy = resourceType<aws.efs.FileSystemPolicyArgs>(
    "aws:efs/fileSystemPolicy:FileSystemPolicy",
);
export const EfsMountTarget = resourceType<aws.efs.MountTargetArgs>("aws:efs/mountTarget:MountTarget");
export const EfsReplicationConfiguration = resourceType<aws.efs.ReplicationConfigurationArgs>(
    "aws:efs/replicationConfiguration:ReplicationConfiguration",
);

// fsx
export const FsxFileCache = resourceType<aws.fsx.FileCacheArgs>("aws:fsx/fileCache:FileCache");
export const FsxLustreFileSystem = resourceType<aws.fsx.LustreFileSystemArgs>(
    "aws:fsx/lustreFileSystem:LustreFileSystem",
);
export const FsxOntapFileSystem = resourceType<aws.fsx.OntapFileSystemArgs>("aws:fsx/ontapFileSystem:OntapFileSystem");
export const FsxOntapVolume = resourceType<aws.fsx.OntapVolumeArgs>("aws:fsx/ontapVolume:OntapVolume");
export const FsxOpenZfsFileSystem = resourceType<aws.fsx.OpenZfsFileSystemArgs>(
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
);
export const FsxWindowsFileSystem = resourceType<aws.fsx.WindowsFileSystemArgs>(
    "aws:fsx/windowsFileSystem:WindowsFileSystem",
);

// glacier
export const GlacierVault = resourceType<aws.glacier.VaultArgs>("aws:glacier/vault:Vault");

// mediastore
export const MediaStoreContainerPolicy = resourceType<aws.mediastore.ContainerPolicyArgs>(
    "aws:mediastore/containerPolicy:ContainerPolicy",
);

// s3
export const S3AccessPoint = resourceType<aws.s3.AccessPointArgs>("aws:s3/accessPoint:AccessPoint");
export const S3AccountPublicAccessBlock = resourceType<aws.s3.AccountPublicAccessBlockArgs>(
    "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
);
export const S3Bucket = resourceType<aws.s3.BucketArgs>("aws:s3/bucket:Bucket");
export const S3BucketAcl = resourceType<aws.s3.BucketAclArgs>("aws:s3/bucketAcl:BucketAcl");
export const S3BucketAclV2 = resourceType<aws.s3.BucketAclV2Args>("aws:s3/bucketAclV2:BucketAclV2");
export const S3BucketCorsConfiguration = resourceType<aws.s3.BucketCorsConfigurationArgs>(
    "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
);
export const S3BucketCorsConfigurationV2 = resourceType<aws.s3.BucketCorsConfigurationV2Args>(
    "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2",
);
export const S3BucketLogging = resourceType<aws.s3.BucketLoggingArgs>("aws:s3/bucketLogging:BucketLogging");
export const S3BucketLoggingV2 = resourceType<aws.s3.BucketLoggingV2Args>("aws:s3/bucketLoggingV2:BucketLoggingV2");
export const S3BucketNotification = resourceType<aws.s3.BucketNotificationArgs>(
    "aws:s3/bucketNotification:BucketNotification",
);
export const S3BucketObject = resourceType<aws.s3.BucketObjectArgs>("aws:s3/bucketObject:BucketObject");
export const S3BucketObjectLockConfiguration = resourceType<aws.s3.BucketObjectLockConfigurationArgs>(
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
);
export const S3BucketObjectLockConfigurationV2 = resourceType<aws.s3.BucketObjectLockConfigurationV2Args>(
    "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
);
export const S3BucketObjectV2 = resourceType<aws.s3.BucketObjectv2Args>("aws:s3/bucketObjectv2:BucketObjectv2");
export const S3BucketOwnershipControls = resourceType<aws.s3.BucketOwnershipControlsArgs>(
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
);
export const S3BucketPolicy = resourceType<aws.s3.BucketPolicyArgs>("aws:s3/bucketPolicy:BucketPolicy");
export const S3BucketPublicAccessBlock = resourceType<aws.s3.BucketPublicAccessBlockArgs>(
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
);
export const S3BucketReplicationConfig = resourceType<aws.s3.BucketReplicationConfigArgs>(
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
);
export const S3BucketServerSideEncryptionConfiguration =
    resourceType<aws.s3.BucketServerSideEncryptionConfigurationArgs>(
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    );
export const S3BucketServerSideEncryptionConfigurationV2 =
    resourceType<aws.s3.BucketServerSideEncryptionConfigurationV2Args>(
        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
    );
export const S3BucketV2 = resourceType<aws.s3.BucketV2Args>("aws:s3/bucketV2:BucketV2");
export const S3BucketVersioning = resourceType<aws.s3.BucketVersioningArgs>("aws:s3/bucketVersioning:BucketVersioning");
export const S3BucketVersioningV2 = resourceType<aws.s3.BucketVersioningV2Args>(
    "aws:s3/bucketVersioningV2:BucketVersioningV2",
);
export const S3DirectoryBucket = resourceType<aws.s3.DirectoryBucketArgs>("aws:s3/directoryBucket:DirectoryBucket");
export const S3BucketWebsiteConfiguration = resourceType<aws.s3.BucketWebsiteConfigurationArgs>(
    "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
);
export const S3BucketWebsiteConfigurationV2 = resourceType<aws.s3.BucketWebsiteConfigurationV2Args>(
    "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2",
);
export const S3FilesFileSystem = resourceType<aws.s3.FilesFileSystemArgs>("aws:s3/filesFileSystem:FilesFileSystem");
export const S3FilesFileSystemPolicy = resourceType<aws.s3.FilesFileSystemPolicyArgs>(
    "aws:s3/filesFileSystemPolicy:FilesFileSystemPolicy",
);
export const S3ObjectCopy = resourceType<aws.s3.ObjectCopyArgs>("aws:s3/objectCopy:ObjectCopy");
export const S3VectorsVectorBucket = resourceType<aws.s3.VectorsVectorBucketArgs>(
    "aws:s3/vectorsVectorBucket:VectorsVectorBucket",
);
export const S3VectorsVectorBucketPolicy = resourceType<aws.s3.VectorsVectorBucketPolicyArgs>(
    "aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy",
);

// s3control
export const S3ControlAccessGrantsInstanceResourcePolicy =
    resourceType<aws.s3control.AccessGrantsInstanceResourcePolicyArgs>(
        "aws:s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy",
    );
export const S3ControlAccessPointPolicy = resourceType<aws.s3control.AccessPointPolicyArgs>(
    "aws:s3control/accessPointPolicy:AccessPointPolicy",
);
export const S3ControlBucket = resourceType<aws.s3control.BucketArgs>("aws:s3control/bucket:Bucket");
export const S3ControlBucketPolicy = resourceType<aws.s3control.BucketPolicyArgs>(
    "aws:s3control/bucketPolicy:BucketPolicy",
);
export const S3ControlMultiRegionAccessPoint = resourceType<aws.s3control.MultiRegionAccessPointArgs>(
    "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
);
export const S3ControlMultiRegionAccessPointPolicy = resourceType<aws.s3control.MultiRegionAccessPointPolicyArgs>(
    "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy",
);
export const S3ControlObjectLambdaAccessPointPolicy = resourceType<aws.s3control.ObjectLambdaAccessPointPolicyArgs>(
    "aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy",
);
export const S3ControlObjectLambdaAccessPoint = resourceType<aws.s3control.ObjectLambdaAccessPointArgs>(
    "aws:s3control/objectLambdaAccessPoint:ObjectLambdaAccessPoint",
);

// s3tables
export const S3TablesTableBucket = resourceType<aws.s3tables.TableBucketArgs>("aws:s3tables/tableBucket:TableBucket");
export const S3TablesTableBucketPolicy = resourceType<aws.s3tables.TableBucketPolicyArgs>(
    "aws:s3tables/tableBucketPolicy:TableBucketPolicy",
);
export const S3TablesTablePolicy = resourceType<aws.s3tables.TablePolicyArgs>("aws:s3tables/tablePolicy:TablePolicy");

// storagegateway
export const StorageGatewayNfsFileShare = resourceType<aws.storagegateway.NfsFileShareArgs>(
    "aws:storagegateway/nfsFileShare:NfsFileShare",
);
export const StorageGatewaySmbFileShare = resourceType<aws.storagegateway.SmbFileShareArgs>(
    "aws:storagegateway/smbFileShare:SmbFileShare",
);

// transfer
export const TransferServer = resourceType<aws.transfer.ServerArgs>("aws:transfer/server:Server");
export const TransferConnector = resourceType<aws.transfer.ConnectorArgs>("aws:transfer/connector:Connector");

// workspaces
export const WorkSpacesWorkspace = resourceType<aws.workspaces.WorkspaceArgs>("aws:workspaces/workspace:Workspace");
