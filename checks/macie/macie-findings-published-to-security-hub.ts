import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { macieSession } from '../../src/services/macie/session.ts';

export default state(macieSession, 'macie-findings-published-to-security-hub', {
  title: 'Macie tells Security Hub of sensitive data and of policies',
  at: 'publication.sensitiveData',
  unless: [
    {
      at: 'publication.policies',
      is: [false],
      verdict: fail('{label} does not tell Security Hub of findings of policies; expected true'),
    },
  ],
  is: {
    true: pass('{label} tells Security Hub of its findings'),
    false: fail('{label} does not tell Security Hub of sensitive data that it finds; expected true'),
  },
  absent: notApplicable('{label} is off'),
  unsaid: unknown('AWS does not say what {label} tells Security Hub of'),
  risk: 'Whoever watches Security Hub does not hear of sensitive data in buckets; Macie tells of it in its own console only.',
  fix: {
    text: 'Let Macie publish both kinds of findings. They are seen where Security Hub is on; the same command with `false` undoes it.',
    cli: 'aws macie2 put-findings-publication-configuration --security-hub-configuration publishClassificationFindings=true,publishPolicyFindings=true',
  },
  references: [
    'https://docs.aws.amazon.com/macie/latest/user/securityhub-integration.html',
    'https://docs.aws.amazon.com/macie/latest/APIReference/findings-publication-configuration.html',
  ],
});
