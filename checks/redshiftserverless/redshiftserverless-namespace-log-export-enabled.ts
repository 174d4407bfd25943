import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { namespace } from '../../src/services/redshiftserverless/namespace.ts';

export default each(namespace, 'redshiftserverless-namespace-log-export-enabled', {
  title: 'Redshift Serverless logs connections and users',
  list: 'logs',
  by: 'exported',
  is: { true: 'good', false: 'bad' },
  called: '{log}',
  pass: pass('{label} sends its logs of connections and users to CloudWatch Logs'),
  fail: fail('{label} does not send {bad} to CloudWatch Logs; expected connectionlog and userlog'),
  none: unknown('AWS does not say which logs {label} sends'),
  unsaid: unknown('AWS does not say which logs {label} sends'),
  risk: 'Who connected, who tried to, and how users were changed cannot be found out afterwards.',
  fix: {
    text: 'Send the logs to CloudWatch Logs, which bills what comes in. The list is given as a whole: what it leaves out is no longer sent.',
    cli: 'aws redshift-serverless update-namespace --namespace-name {id} --log-exports connectionlog userlog useractivitylog',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-audit-logging.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html#redshiftserverless-6',
  ],
});
