import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { daysSince, isOlderThan } from '../../src/text/time.ts';
import {
  activeKeys,
  keyName,
  keysOff,
  keyUsed,
  notInReport,
  passwordOff,
  passwordUsed,
} from '../../src/judgements/credentials/credentials.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-credentials-used-90',
  title: 'Passwords and access keys were used in the last 90 days',
  resource: user,
  needs: ['credentials'],
  settings: { days: { type: 'integer', default: 90, min: 1, describe: 'days a credential may lie unused' } },
  risk: 'Credentials that nobody uses are doors that nobody watches.',
  fix: {
    text: 'Delete the unused password and deactivate the unused access keys; delete the user when nothing of it is in use.',
    exact({ name, credentials }, { now, settings }) {
      if (credentials === null) return {};
      const idle = (since: string | undefined): boolean => isOlderThan(since, settings.days, now) === true;
      const { cli, ...note } = keysOff(
        name,
        activeKeys(credentials).filter((key) => idle(keyUsed(key))),
      );
      const password =
        credentials.passwordEnabled === true && idle(passwordUsed(credentials)) ? [passwordOff(name)] : [];
      return { ...note, cli: [...password, ...(cli === undefined ? [] : [cli])].join('\n') };
    },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html'],
  evaluate({ name, credentials }, { now, settings }) {
    if (credentials === null) return notInReport(name);
    const { passwordEnabled } = credentials;
    const held = activeKeys(credentials).map((key) => ({ what: keyName(key), since: keyUsed(key) }));
    if (passwordEnabled === true) held.push({ what: 'password', since: passwordUsed(credentials) });
    if (held.length === 0) {
      return passwordEnabled === undefined
        ? unknown(`the credential report does not say whether ${name} has a password`)
        : notApplicable(`${name} has neither password nor active access key`);
    }
    const idle = held.filter(({ since }) => isOlderThan(since, settings.days, now) === true);
    if (idle.length > 0) {
      const list = idle.map(({ what, since }) => `${what} (${daysSince(since, now)} days)`).join(' and ');
      return fail(`${name} has credentials unused for more than ${settings.days} days: ${list}`, held);
    }
    return passwordEnabled !== undefined && held.every(({ since }) => isOlderThan(since, settings.days, now) === false)
      ? pass(`${name}'s credentials were used or made in the last ${settings.days} days`, held)
      : unknown(`the credential report does not say when all credentials of ${name} were used`);
  },
});
