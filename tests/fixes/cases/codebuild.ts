import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

const whole = 'no command: environment, logs, filters and export are each given as a whole';

export const untried: Readonly<Record<string, string>> = {
  'codebuild-project-artifacts-encrypted-cmk': 'which key it is for a person to make',
  'codebuild-project-buildspec-not-user-controlled': 'no command: the commands are moved by a person',
  'codebuild-project-logging-enabled': lacks('codebuild', 'UpdateProject'),
  'codebuild-project-not-public': lacks('codebuild', 'UpdateProjectVisibility'),
  'codebuild-project-privileged-mode-disabled': whole,
  'codebuild-project-s3-logs-encrypted': whole,
  'codebuild-project-webhook-filters-anchored': whole,
  'codebuild-report-group-export-encrypted': whole,
  'codebuild-project-environment-no-secrets':
    'The API takes the whole environment anew, values that must not be shown included: there is no command',
  'codebuild-project-source-url-no-credentials':
    'The connection to the repository has to be made by a person: there is no command',
};
