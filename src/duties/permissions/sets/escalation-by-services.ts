import type { PathLine } from './paths.ts'

/** Ways to rights by making a service act as its role; see {@link PRIVILEGE_ESCALATION} for what a line says. */
export const ESCALATION_BY_SERVICES: readonly PathLine[] = [
  [
    'app-runner-create',
    'apprunner-001',
    'iam:PassRole apprunner:CreateService',
    'start an App Runner service that runs as a passed role'
  ],
  [
    'app-runner-update',
    'apprunner-002',
    'apprunner:UpdateService',
    'make an App Runner service run other code as its role'
  ],
  [
    'code-interpreter-create',
    'bedrock-001',
    'iam:PassRole bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter',
    'run code as a passed role in a new code interpreter'
  ],
  [
    'code-interpreter-use',
    'bedrock-002',
    'bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter',
    'run code as the role of a code interpreter'
  ],
  [
    'stack-create',
    'cloudformation-001',
    'iam:PassRole cloudformation:CreateStack',
    'let a new stack create anything as a passed role'
  ],
  [
    'stack-update',
    'cloudformation-002',
    'cloudformation:UpdateStack',
    'let a stack create anything as its role'
  ],
  [
    'stack-set-create',
    'cloudformation-003',
    'iam:PassRole cloudformation:CreateStackSet cloudformation:CreateStackInstances',
    'roll out anything with a new stack set as passed roles'
  ],
  [
    'stack-set-update',
    'cloudformation-004',
    'iam:PassRole cloudformation:UpdateStackSet',
    'roll out anything with a stack set as passed roles'
  ],
  [
    'change-set',
    'cloudformation-005',
    'cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet',
    'change a stack by change sets as its role'
  ],
  [
    'build-project-create',
    'codebuild-001',
    'iam:PassRole codebuild:CreateProject codebuild:StartBuild',
    'build as a passed role in a new project'
  ],
  [
    'build-start',
    'codebuild-002',
    'codebuild:StartBuild',
    'build with other instructions as a project’s role'
  ],
  [
    'build-batch-start',
    'codebuild-003',
    'codebuild:StartBuildBatch',
    'build in batches with other instructions as a project’s role'
  ],
  [
    'build-project-create-batch',
    'codebuild-004',
    'iam:PassRole codebuild:CreateProject codebuild:StartBuildBatch',
    'build in batches as a passed role in a new project'
  ],
  [
    'data-pipeline',
    'datapipeline-001',
    'iam:PassRole datapipeline:CreatePipeline datapipeline:PutPipelineDefinition datapipeline:ActivatePipeline',
    'run commands as a passed role in a new data pipeline'
  ],
  [
    'instance-connect',
    'ec2instanceconnect-003',
    'ec2-instance-connect:SendSSHPublicKey',
    'log in to an instance by a key of one’s own and take its role'
  ],
  ['instance-run', 'ec2-001', 'iam:PassRole ec2:RunInstances', 'start an instance that has a passed role'],
  [
    'instance-user-data',
    'ec2-002',
    'ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances',
    'make an instance run other user data at its next start'
  ],
  [
    'instance-spot',
    'ec2-003',
    'iam:PassRole ec2:RequestSpotInstances',
    'start a spot instance that has a passed role'
  ],
  [
    'launch-template',
    'ec2-004',
    'ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate',
    'make a launch template start other code as its role'
  ],
  [
    'container-cluster-service',
    'ecs-001',
    'iam:PassRole ecs:CreateCluster ecs:RegisterTaskDefinition ecs:CreateService',
    'run a container service as a passed role in a new cluster'
  ],
  [
    'container-cluster-task',
    'ecs-002',
    'iam:PassRole ecs:CreateCluster ecs:RegisterTaskDefinition ecs:RunTask',
    'run a container as a passed role in a new cluster'
  ],
  [
    'container-service',
    'ecs-003',
    'iam:PassRole ecs:RegisterTaskDefinition ecs:CreateService',
    'run a container service as a passed role'
  ],
  [
    'container-task',
    'ecs-004',
    'iam:PassRole ecs:RegisterTaskDefinition ecs:RunTask',
    'run a container as a passed role'
  ],
  [
    'container-task-start',
    'ecs-005',
    'iam:PassRole ecs:RegisterTaskDefinition ecs:StartTask',
    'start a container as a passed role on a chosen instance'
  ],
  [
    'glue-endpoint-create',
    'glue-001',
    'iam:PassRole glue:CreateDevEndpoint',
    'open a Glue development endpoint that has a passed role'
  ],
  [
    'glue-endpoint-update',
    'glue-002',
    'glue:UpdateDevEndpoint',
    'put a key of one’s own on a Glue development endpoint'
  ],
  [
    'glue-job-create-run',
    'glue-003',
    'iam:PassRole glue:CreateJob glue:StartJobRun',
    'run a new Glue job as a passed role'
  ],
  [
    'glue-job-create-trigger',
    'glue-004',
    'iam:PassRole glue:CreateJob glue:CreateTrigger',
    'have a new Glue job run as a passed role'
  ],
  [
    'glue-job-update-run',
    'glue-005',
    'iam:PassRole glue:UpdateJob glue:StartJobRun',
    'run a changed Glue job as a passed role'
  ],
  [
    'glue-job-update-trigger',
    'glue-006',
    'iam:PassRole glue:UpdateJob glue:CreateTrigger',
    'have a changed Glue job run as a passed role'
  ],
  [
    'function-create-invoke',
    'lambda-001',
    'iam:PassRole lambda:CreateFunction lambda:InvokeFunction',
    'run a new function as a passed role'
  ],
  [
    'function-create-event',
    'lambda-002',
    'iam:PassRole lambda:CreateFunction lambda:CreateEventSourceMapping',
    'have events run a new function as a passed role'
  ],
  ['function-code', 'lambda-003', 'lambda:UpdateFunctionCode', 'make a function run other code as its role'],
  [
    'function-code-invoke',
    'lambda-004',
    'lambda:UpdateFunctionCode lambda:InvokeFunction',
    'make a function run other code as its role and invoke it'
  ],
  [
    'function-code-permission',
    'lambda-005',
    'lambda:UpdateFunctionCode lambda:AddPermission',
    'make a function run other code as its role and let oneself invoke it'
  ],
  [
    'function-create-permission',
    'lambda-006',
    'iam:PassRole lambda:CreateFunction lambda:AddPermission',
    'let oneself invoke a new function that has a passed role'
  ],
  [
    'notebook-create',
    'sagemaker-001',
    'iam:PassRole sagemaker:CreateNotebookInstance',
    'open a notebook that has a passed role'
  ],
  [
    'training-job',
    'sagemaker-002',
    'iam:PassRole sagemaker:CreateTrainingJob',
    'run a training job as a passed role'
  ],
  [
    'processing-job',
    'sagemaker-003',
    'iam:PassRole sagemaker:CreateProcessingJob',
    'run a processing job as a passed role'
  ],
  [
    'notebook-open',
    'sagemaker-004',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
    'open a notebook and act as its role'
  ],
  [
    'notebook-lifecycle',
    'sagemaker-005',
    'sagemaker:CreateNotebookInstanceLifecycleConfig sagemaker:StopNotebookInstance sagemaker:UpdateNotebookInstance sagemaker:StartNotebookInstance',
    'make a notebook run other code as its role when it starts'
  ],
  ['instance-session', 'ssm-001', 'ssm:StartSession', 'open a shell on an instance and take its role'],
  ['instance-command', 'ssm-002', 'ssm:SendCommand', 'run commands on an instance as its role']
]
