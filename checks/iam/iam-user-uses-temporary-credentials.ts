import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { isOlderThan } from '../../src/text/time.ts';
import { activeKeys, keyName, keysOff, notInReport } from '../../src/judgements/credentials/credentials.ts';
import { user } from '../../src/services/iam/user.ts';

export default defineCheck({
  id: 'iam-user-uses-temporary-credentials',
  title: 'Programs do not work with long-term access keys',
  resource: user,
  needs: ['credentials', 'accessed'],
  settings: {
    days: { type: 'integer', default: 90, min: 1, max: 400, describe: 'days to look back' },
    exemptServices: {
      type: 'strings',
      default: ['iam', 'sts'],
      describe: 'services a long-term key may be used for, to get temporary credentials',
    },
  },
  risk: 'A long-term key works until someone deletes it, from anywhere; temporary credentials of a role expire by themselves within hours.',
  fix: {
    text: 'Give what uses the key a role: an instance profile, a task or function role, IAM Roles Anywhere outside AWS, or a web identity in a pipeline. Then the commands turn the keys off; delete them when nothing fails.',
    exact: ({ name, credentials }) => keysOff(name, activeKeys(credentials ?? { keys: [] })),
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  ],
  evaluate({ name, credentials, accessed }, { now, settings }) {
    if (credentials === null) return notInReport(name);
    const keys = activeKeys(credentials);
    if (keys.length === 0) return pass(`${name} has no active access key`);
    const recent = (at: string | undefined): boolean => isOlderThan(at, settings.days, now) === false;
    const exempt = (service: string): boolean => settings.exemptServices.includes(service);
    const byKey = keys.find((key) => recent(key.usedAt) && key.usedService !== undefined && !exempt(key.usedService));
    if (byKey !== undefined) {
      return fail(
        `${name} used ${keyName(byKey)} for ${byKey.usedService} in the last ${settings.days} days instead of temporary credentials`,
        { service: byKey.usedService, usedAt: byKey.usedAt },
      );
    }
    if (!keys.some((key) => recent(key.usedAt)))
      return pass(`${name} has not used an access key in the last ${settings.days} days`);
    const others = (accessed ?? [])
      .filter(({ service, at }) => recent(at) && !exempt(service))
      .map(({ service }) => service);
    if (others.length === 0)
      return pass(
        `${name} uses its access keys only for ${settings.exemptServices.join(' and ')}, among the services that AWS tracks`,
      );
    return credentials.passwordEnabled === false
      ? fail(
          `${name} has only access keys and used ${others.slice(0, 3).join(', ')} in the last ${settings.days} days`,
          { services: others.slice(0, 20) },
        )
      : unknown(
          `${name} used ${others[0]} and other services, but AWS does not tell whether with an access key or in the console`,
        );
  },
});
