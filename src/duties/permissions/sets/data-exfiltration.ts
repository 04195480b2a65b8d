import type { ActionSet } from '../types.ts'
import { pathsOf } from './paths.ts'

/** Ways to bring data out of an account in bulk, or to let others take it. */
export const DATA_EXFILTRATION: ActionSet = {
  id: 'data-exfiltration',
  title: 'Ways to bring data out of the account',
  paths: pathsOf('https://', [
    [
      'snapshot-share',
      'attack.mitre.org/techniques/T1537/',
      'ec2:ModifySnapshotAttribute',
      'share a disk’s snapshot with another account'
    ],
    [
      'image-share',
      'attack.mitre.org/techniques/T1537/',
      'ec2:ModifyImageAttribute',
      'share a machine image with another account'
    ],
    [
      'database-snapshot-share',
      'attack.mitre.org/techniques/T1537/',
      'rds:ModifyDBSnapshotAttribute',
      'share a database’s snapshot with another account'
    ],
    [
      'cluster-snapshot-share',
      'attack.mitre.org/techniques/T1537/',
      'rds:ModifyDBClusterSnapshotAttribute',
      'share a database cluster’s snapshot with another account'
    ],
    [
      'warehouse-snapshot-share',
      'docs.aws.amazon.com/redshift/latest/mgmt/managing-snapshot-share-snapshot.html',
      'redshift:AuthorizeSnapshotAccess',
      'share a Redshift snapshot with another account'
    ],
    [
      'snapshot-read',
      'docs.aws.amazon.com/ebs/latest/userguide/ebs-accessing-snapshot.html',
      'ebs:ListSnapshotBlocks ebs:GetSnapshotBlock',
      'read a disk’s snapshot block by block'
    ],
    [
      'image-store',
      'docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-store-restore.html',
      'ec2:CreateStoreImageTask s3:PutObject',
      'copy a machine image into a bucket'
    ],
    ['bucket-open', 'attack.mitre.org/techniques/T1530/', 's3:PutBucketPolicy', 'let anybody read a bucket'],
    [
      'bucket-replicate',
      'docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
      'iam:PassRole s3:PutReplicationConfiguration',
      'have a bucket copied to another account'
    ],
    [
      'access-point-open',
      'docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html',
      's3:CreateAccessPoint s3:PutAccessPointPolicy',
      'let another account read a bucket by an access point'
    ],
    [
      'database-export',
      'docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ExportSnapshot.html',
      'iam:PassRole rds:StartExportTask',
      'export a database’s snapshot into a bucket'
    ],
    [
      'table-export',
      'docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html',
      'dynamodb:ExportTableToPointInTime s3:PutObject',
      'export a table into a bucket'
    ],
    [
      'secrets-read',
      'attack.mitre.org/techniques/T1555/006/',
      'secretsmanager:ListSecrets secretsmanager:GetSecretValue',
      'find secrets and read them'
    ],
    [
      'parameters-read',
      'attack.mitre.org/techniques/T1555/006/',
      'ssm:DescribeParameters ssm:GetParameters',
      'find parameters and read them'
    ],
    [
      'secret-share',
      'docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html',
      'secretsmanager:PutResourcePolicy',
      'let another account read a secret'
    ],
    [
      'backup-vault-open',
      'docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html',
      'backup:PutBackupVaultAccessPolicy',
      'let another account copy backups'
    ],
    [
      'image-repository-open',
      'docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
      'ecr:SetRepositoryPolicy',
      'let another account pull container images'
    ],
    [
      'resource-share',
      'docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html',
      'ram:CreateResourceShare',
      'share resources with another account'
    ],
    [
      'traffic-mirror',
      'attack.mitre.org/techniques/T1020/001/',
      'ec2:CreateTrafficMirrorTarget ec2:CreateTrafficMirrorFilter ec2:CreateTrafficMirrorFilterRule ec2:CreateTrafficMirrorSession',
      'copy network traffic to a listener'
    ],
    [
      'data-sync',
      'docs.aws.amazon.com/datasync/latest/userguide/create-s3-location.html',
      'iam:PassRole datasync:CreateLocationS3 datasync:CreateTask datasync:StartTaskExecution',
      'have data copied to a bucket of another account'
    ],
    [
      'log-subscription',
      'docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html',
      'logs:PutSubscriptionFilter',
      'stream logs to another account'
    ]
  ])
}
