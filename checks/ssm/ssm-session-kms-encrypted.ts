import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { ssmSettings } from '../../src/services/ssm/settings.ts';

export default defineCheck({
  id: 'ssm-session-kms-encrypted',
  title: 'Session Manager encrypts sessions with a KMS key',
  resource: ssmSettings,
  needs: ['sessions'],
  risk: 'What goes through a session is protected by TLS alone: no key policy says who may take part, and nothing in CloudTrail shows who did.',
  fix: {
    text: 'Choose a KMS key in the preferences of Session Manager, in each region with machines. The role of the machines needs kms:Decrypt of it and whoever starts sessions kms:GenerateDataKey: give them those first, or no session starts.',
  },
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html',
  ],
  evaluate({ name, sessions }) {
    if (sessions === undefined)
      return fail(`${name} encrypts sessions with no KMS key: their preferences were never set`);
    if (sessions === null) return notApplicable(`${name} has no machine to have sessions with`);
    if (!sessions.readable) return unknown(`the preferences of sessions of ${name} cannot be read`);
    return sessions.key === undefined
      ? fail(`${name} encrypts sessions with no KMS key; expected one`)
      : pass(`${name} encrypts sessions with the KMS key ${sessions.key}`, { key: sessions.key });
  },
});
