import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { project } from '../../src/services/codebuild/project.ts';

export default state(project, 'codebuild-project-buildspec-not-user-controlled', {
  title: 'What CodeBuild runs does not stand in the source',
  at: 'buildspec',
  is: {
    project: pass('{label} has its commands in the project'),
    bucket: pass('{label} takes its commands from a bucket'),
    source: fail('{label} takes its commands from the source: whoever changes that decides what runs'),
  },
  unsaid: unknown('AWS does not say where the commands of {label} stand'),
  risk: 'Who may propose a change runs commands with the role of the project, before anybody has looked at the change.',
  fix: {
    text: 'Where others than those who may deploy change the source, keep the commands in the project or in a bucket, or have builds of proposed changes wait for an approval and run with a role that may do little.',
  },
  references: [
    'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html',
    'https://docs.aws.amazon.com/codebuild/latest/userguide/pull-request-build-policy.html',
  ],
});
