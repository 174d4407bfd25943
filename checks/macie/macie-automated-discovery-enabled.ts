import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { isAdministered, macieSession } from '../../src/services/macie/session.ts';

export default state(macieSession, 'macie-automated-discovery-enabled', {
  title: 'Macie looks for sensitive data in buckets by itself',
  at: 'discovery.status',
  is: {
    ENABLED: pass('{label} looks for sensitive data in buckets by itself'),
    DISABLED: fail('{label} does not look for sensitive data by itself; expected ENABLED'),
  },
  absent: fail('{label} is off, so it does not look for sensitive data'),
  unsaid: unknown('AWS does not say whether {label} looks for sensitive data by itself'),
  unless: [
    {
      needs: ['session', 'administrator'],
      such: { session: { status: 'ENABLED' }, administrator: { account: '999999999999', relationship: 'Enabled' } },
      when: ({ session, administrator }) =>
        session !== undefined && isAdministered(administrator)
          ? `the account ${administrator?.account ?? 'that administers Macie'} decides it, and it is judged there`
          : undefined,
    },
    {
      needs: ['session'],
      such: { session: { status: 'PAUSED' } },
      when: ({ name, session }) =>
        session?.status === 'PAUSED' ? fail(`${name} is paused: it looks at nothing; expected ENABLED`) : undefined,
    },
  ],
  risk: 'Buckets with personal or secret data that nobody thought of stay as open as they are.',
  fix: {
    text: 'Turn on automated discovery, which samples objects every day and costs by what it looks at. `--status DISABLED` undoes it.',
    cli: 'aws macie2 update-automated-discovery-configuration --status ENABLED',
  },
  clearedBy: ['macie-session-enabled'],
  references: [
    'https://docs.aws.amazon.com/macie/latest/user/discovery-asdd.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/macie-controls.html#macie-2',
  ],
});
