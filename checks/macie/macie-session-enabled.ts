import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { macieSession } from '../../src/services/macie/session.ts';

export default state(macieSession, 'macie-session-enabled', {
  title: 'Macie is on in the region',
  at: 'session.status',
  needs: ['session'],
  is: { ENABLED: pass('{label} is on'), PAUSED: fail('{label} is paused: it looks at nothing; expected ENABLED') },
  absent: fail('{label} is off'),
  unsaid: unknown('AWS does not say whether {label} is on'),
  risk: 'Nobody is told which buckets hold personal or secret data, or when one becomes public or is shared.',
  fix: {
    text: 'Turn Macie on, or on again, best for all accounts by the delegated administrator. It watches buckets from then on, which costs by their number; disable-macie undoes it and deletes its findings.',
    terraform: 'resource "aws_macie2_account" "this" {\n  status = "ENABLED"\n}',
    exact: ({ session }) => ({
      cli: session === undefined ? 'aws macie2 enable-macie' : 'aws macie2 update-macie-session --status ENABLED',
      terraform: 'resource "aws_macie2_account" "this" {\n  status = "ENABLED"\n}',
    }),
  },
  references: [
    'https://docs.aws.amazon.com/macie/latest/user/getting-started.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/macie-controls.html#macie-1',
  ],
});
