import { answers, here } from '../../answers.ts';
import { arnOf, plantedSecret } from '../../facts.ts';

const project = (name: string, location: string, value: string): object => ({
  name,
  arn: arnOf('codebuild', `project/${name}`),
  source: { type: 'GITHUB', location },
  environment: {
    type: 'LINUX_CONTAINER',
    image: 'aws/codebuild/standard:7.0',
    computeType: 'BUILD_GENERAL1_SMALL',
    environmentVariables: [{ name: 'DB_PASSWORD', value, type: 'PLAINTEXT' }],
  },
});

export default answers('codebuild', {
  ListProjects: here({ projects: ['build'] }),
  BatchGetProjects: here({
    projects: [project('build', `https://robot:${plantedSecret}@github.com/example/shop.git`, plantedSecret)],
  }),
});
