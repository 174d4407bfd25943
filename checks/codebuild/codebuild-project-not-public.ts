import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { project } from '../../src/services/codebuild/project.ts';

export default state(project, 'codebuild-project-not-public', {
  title: 'Builds of CodeBuild are not public',
  at: 'visibility',
  is: {
    PRIVATE: pass('{label} shows its builds to the account only'),
    PUBLIC_READ: fail('{label} shows its builds, logs and artifacts to everybody (PUBLIC_READ)'),
  },
  unsaid: unknown('AWS does not say who sees the builds of {label}'),
  risk: 'Logs and artifacts of all builds, earlier ones as well, are read by everybody: keys, addresses and code among them.',
  fix: {
    text: 'Make the builds private, and rotate what their logs show. `PUBLIC_READ` undoes it.',
    cli: 'aws codebuild update-project-visibility --project-arn {arn} --project-visibility PRIVATE',
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/public-builds.html'],
});
