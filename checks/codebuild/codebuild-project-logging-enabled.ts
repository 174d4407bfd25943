import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { project } from '../../src/services/codebuild/project.ts';

export default state(project, 'codebuild-project-logging-enabled', {
  title: 'CodeBuild projects keep logs',
  at: 'logs',
  is: {
    true: pass('{label} keeps logs of its builds'),
    false: fail('{label} keeps no logs of its builds'),
  },
  risk: 'What a build ran, and what somebody slipped into it, cannot be found out.',
  fix: {
    text: 'Send the logs to CloudWatch Logs; they are paid for. `status=DISABLED` undoes it.',
    cli: 'aws codebuild update-project --name {id} --logs-config cloudWatchLogs={status=ENABLED}',
  },
  references: [
    'https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-4',
  ],
});
