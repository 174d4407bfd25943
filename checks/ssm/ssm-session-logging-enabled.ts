import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { ssmSettings } from '../../src/services/ssm/settings.ts';

export default defineCheck({
  id: 'ssm-session-logging-enabled',
  title: 'Session Manager logs sessions',
  resource: ssmSettings,
  needs: ['sessions'],
  risk: 'What somebody typed on a machine and saw there is written down nowhere: CloudTrail tells that a session was started, and no more.',
  fix: {
    text: 'Choose a log group or a bucket in the preferences of Session Manager, in each region with machines, and let the role of the machines write there. Sessions that forward ports or run SSH are not logged.',
  },
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html',
  ],
  evaluate({ name, sessions }) {
    if (sessions === undefined) return fail(`${name} logs no sessions: their preferences were never set`);
    if (sessions === null) return notApplicable(`${name} has no machine to have sessions with`);
    if (!sessions.readable) return unknown(`the preferences of sessions of ${name} cannot be read`);
    const { logGroup, bucket } = sessions;
    const to = [
      ...(logGroup === undefined ? [] : [`log group ${logGroup}`]),
      ...(bucket === undefined ? [] : [`bucket ${bucket}`]),
    ];
    return to.length === 0
      ? fail(`${name} logs no sessions; expected a log group or a bucket`)
      : pass(`${name} logs sessions to ${to.join(' and ')}`, { logGroup, bucket });
  },
});
