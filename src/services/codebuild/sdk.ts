export {
  CodeBuildClient as Client,
  BatchGetProjectsCommand,
  ListProjectsCommand,
  paginateListProjects,
} from '@aws-sdk/client-codebuild';
