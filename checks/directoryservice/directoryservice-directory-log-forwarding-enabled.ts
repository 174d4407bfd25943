import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { directory, notThere } from '../../src/services/directoryservice/directory.ts';

export default state(directory, 'directoryservice-directory-log-forwarding-enabled', {
  title: 'Directories forward their security logs to CloudWatch Logs',
  at: 'logs.group',
  unless: [
    ...notThere,
    { at: 'directoryType', is: ['SimpleAD'], because: '{label} is a Simple AD, which forwards no logs' },
    {
      at: 'directoryType',
      is: ['ADConnector'],
      because: '{label} is a connector: the logs are those of the directory behind it',
    },
  ],
  is: {},
  otherwise: pass('{label} forwards its security logs to {logs.group}'),
  unsaid: fail('{label} forwards its security logs to no log group; expected that it does'),
  risk: 'Who signed in, failed to, or changed an account is only in logs of domain controllers that nobody but AWS reaches, and that are overwritten.',
  fix: {
    text: 'Make a log group whose resource policy lets ds.amazonaws.com write streams and events, then forward the logs to it. `aws ds delete-log-subscription` undoes it.',
    cli: 'aws ds create-log-subscription --directory-id {id} --log-group-name LOG_GROUP',
  },
  references: [
    'https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_enable_log_forwarding.html',
    'https://docs.aws.amazon.com/directoryservice/latest/devguide/API_ListLogSubscriptions.html',
  ],
});
