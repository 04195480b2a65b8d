import type { ActionSet } from '../types.ts'
import { pathsOf } from './paths.ts'

/** Ways to switch off, cut short or destroy what would show a misuse. */
export const LOG_TAMPERING: ActionSet = {
  id: 'log-tampering',
  title: 'Ways to switch off or destroy what is logged',
  paths: pathsOf('https://', [
    ['trail-stop', 'attack.mitre.org/techniques/T1562/008/', 'cloudtrail:StopLogging', 'stop a trail'],
    ['trail-delete', 'attack.mitre.org/techniques/T1562/008/', 'cloudtrail:DeleteTrail', 'delete a trail'],
    [
      'trail-update',
      'attack.mitre.org/techniques/T1562/008/',
      'cloudtrail:UpdateTrail',
      'send a trail elsewhere, or cut it down'
    ],
    [
      'trail-selectors',
      'stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.cloudtrail-event-selectors/',
      'cloudtrail:PutEventSelectors',
      'leave events out of a trail'
    ],
    [
      'trail-bucket-expiry',
      'stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.cloudtrail-lifecycle-rule/',
      's3:PutLifecycleConfiguration',
      'have a trail’s files deleted by a rule of their bucket'
    ],
    [
      'event-store-delete',
      'docs.aws.amazon.com/awscloudtrail/latest/userguide/query-event-data-store-delete.html',
      'cloudtrail:UpdateEventDataStore cloudtrail:DeleteEventDataStore',
      'unprotect and delete an event store'
    ],
    [
      'event-store-stop',
      'docs.aws.amazon.com/awscloudtrail/latest/userguide/query-eds-stop-ingestion.html',
      'cloudtrail:StopEventDataStoreIngestion',
      'stop an event store'
    ],
    [
      'log-group-delete',
      'docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html',
      'logs:DeleteLogGroup',
      'delete a group of logs'
    ],
    [
      'log-stream-delete',
      'docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogStream.html',
      'logs:DeleteLogStream',
      'delete a stream of logs'
    ],
    [
      'log-retention',
      'docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
      'logs:PutRetentionPolicy',
      'have logs deleted after a day'
    ],
    [
      'flow-logs-delete',
      'attack.mitre.org/techniques/T1562/008/',
      'ec2:DeleteFlowLogs',
      'delete the logs of network traffic'
    ],
    [
      'dns-logs-delete',
      'stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.dns-delete-logs/',
      'route53resolver:DisassociateResolverQueryLogConfig route53resolver:DeleteResolverQueryLogConfig',
      'end the log of name look-ups'
    ],
    [
      'recorder-stop',
      'docs.aws.amazon.com/config/latest/APIReference/API_StopConfigurationRecorder.html',
      'config:StopConfigurationRecorder',
      'stop the recorder of configuration'
    ],
    [
      'recorder-delete',
      'docs.aws.amazon.com/config/latest/APIReference/API_DeleteConfigurationRecorder.html',
      'config:DeleteConfigurationRecorder',
      'delete the recorder of configuration'
    ],
    [
      'detector-delete',
      'attack.mitre.org/techniques/T1562/001/',
      'guardduty:DeleteDetector',
      'delete the detector of threats'
    ],
    [
      'detector-update',
      'attack.mitre.org/techniques/T1562/001/',
      'guardduty:UpdateDetector',
      'switch off the detector of threats'
    ],
    [
      'security-hub-disable',
      'attack.mitre.org/techniques/T1562/001/',
      'securityhub:DisableSecurityHub',
      'switch off Security Hub'
    ],
    [
      'bucket-logging',
      'docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html',
      's3:PutBucketLogging',
      'end the log of access to a bucket'
    ],
    [
      'alarms-delete',
      'docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html',
      'cloudwatch:DeleteAlarms',
      'delete alarms'
    ],
    [
      'alarms-silence',
      'docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DisableAlarmActions.html',
      'cloudwatch:DisableAlarmActions',
      'silence alarms'
    ],
    [
      'firewall-logging',
      'docs.aws.amazon.com/waf/latest/APIReference/API_DeleteLoggingConfiguration.html',
      'wafv2:DeleteLoggingConfiguration',
      'end the log of a web firewall'
    ],
    [
      'organization-leave',
      'stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.organizations-leave/',
      'organizations:LeaveOrganization',
      'take the account out of its organisation and its trails'
    ]
  ])
}
