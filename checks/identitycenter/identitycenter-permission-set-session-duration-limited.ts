import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { setName } from '../../src/judgements/policies/permission-set.ts';
import { permissionSet } from '../../src/services/identitycenter/permission-set.ts';
import { shell } from '../../src/text/shell.ts';
import { durationMs } from '../../src/text/time.ts';

const hourMs = 3_600_000;

export default defineCheck({
  id: 'identitycenter-permission-set-session-duration-limited',
  title: 'Sessions of a permission set are short',
  resource: permissionSet,
  needs: ['described'],
  settings: {
    hours: { type: 'integer', default: 8, min: 1, max: 12, describe: 'hours that a session may last at most' },
  },
  risk: 'Credentials of a session work until it ends, wherever they were copied to: taking the assignment away does not end them.',
  fix: {
    text: 'Shorten the sessions of the set to what a piece of work takes; one hour is what AWS sets. Sessions that have begun last as long as they were given.',
    exact({ arn, instance }, { settings }) {
      return {
        cli: shell`aws sso-admin update-permission-set --instance-arn ${instance} --permission-set-arn ${arn} --session-duration ${`PT${settings.hours}H`}`,
      };
    },
  },
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html'],
  evaluate(set, { settings }) {
    const { sessionDuration } = set.described;
    const name = setName(set);
    const lasts = sessionDuration === undefined ? undefined : durationMs(sessionDuration);
    if (sessionDuration === undefined || lasts === undefined)
      return unknown(
        sessionDuration === undefined
          ? `AWS does not say how long sessions of ${name} last`
          : `${name} has sessions of ${sessionDuration}, which is no duration that can be read`,
      );
    const observed = { sessionDuration };
    return lasts > settings.hours * hourMs
      ? fail(`${name} has sessions of ${sessionDuration}, expected at most ${settings.hours} hours`, observed)
      : pass(`${name} has sessions of ${sessionDuration}`, observed);
  },
});
