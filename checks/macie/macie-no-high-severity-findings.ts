import { noOpenFindings } from '../../src/judgements/protection/open-findings.ts';
import { macieSession } from '../../src/services/macie/session.ts';

export default noOpenFindings(macieSession, 'macie-no-high-severity-findings', {
  title: 'Macie has no open findings of high severity',
  at: 'highFindings',
  what: 'of high severity',
  asleep: {
    needs: ['session'],
    such: { session: { status: 'PAUSED' } },
    when: ({ name, session }) =>
      session?.status === 'PAUSED' ? `${name} is paused: it has no open findings and looks for none` : undefined,
  },
  risk: 'Secrets, passports or card numbers are in a bucket where they were not expected, or a bucket with such data is public or shared.',
  fix: {
    text: 'Look at each finding, move or delete the data, and close the bucket. Suppress a finding only where the data is meant to be there.',
  },
  references: ['https://docs.aws.amazon.com/macie/latest/user/findings-severity.html'],
});
