import { answers, here } from '../../answers.ts';
import { arnOf, plantedSecret } from '../../facts.ts';

const project = (name: string, location: string, value: string): object => ({
  name,
  arn: arnOf('codebuild', `project/${name}`),
  source: { type: 'GITHUB', location, buildspec: 'buildspec.yml' },
  artifacts: { type: 'S3', location: 'builds', encryptionDisabled: true },
  projectVisibility: 'PUBLIC_READ',
  logsConfig: {
    cloudWatchLogs: { status: 'DISABLED' },
    s3Logs: { status: 'ENABLED', location: 'builds/logs', encryptionDisabled: true },
  },
  webhook: { filterGroups: [[{ type: 'ACTOR_ACCOUNT_ID', pattern: '12345' }]] },
  environment: {
    type: 'LINUX_CONTAINER',
    image: 'aws/codebuild/standard:7.0',
    computeType: 'BUILD_GENERAL1_SMALL',
    privilegedMode: true,
    environmentVariables: [{ name: 'DB_PASSWORD', value, type: 'PLAINTEXT' }],
  },
});

export default answers('codebuild', {
  ListProjects: here({ projects: ['build'] }),
  BatchGetProjects: here({
    projects: [project('build', `https://robot:${plantedSecret}@github.com/example/shop.git`, plantedSecret)],
  }),
});
