import type { ClassifiedBy, Verdict } from '../../engine/check.ts';
import { along, fail, pass, unknown, unknownWithout } from '../../engine/check.ts';
import type { None, Rest } from '../../engine/forms/form.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { devEndpoint } from '../../services/glue/dev-endpoint.ts';
import type { job } from '../../services/glue/job.ts';
import { securityConfiguration } from '../../services/glue/security-configuration.ts';

type Part = 's3' | 'logs' | 'bookmarks';

/** What a part is called, and the modes that encrypt it. */
const parts: Readonly<Record<Part, { readonly what: string; readonly modes: readonly string[] }>> = {
  s3: { what: 'what it writes to S3', modes: ['SSE-KMS', 'SSE-S3'] },
  logs: { what: 'its logs', modes: ['SSE-KMS'] },
  bookmarks: { what: 'its bookmarks', modes: ['CSE-KMS'] },
};

/** Read only where a configuration is named. */
const configurations = along(securityConfiguration, { optional: true });

/** A check that a part of what a job or endpoint leaves behind is encrypted by its security configuration. */
export const encryptedByConfiguration = <R extends typeof job | typeof devEndpoint, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> & Rest<R, never, None, None> & { readonly part: Part },
) => {
  const { part, ...rest }: Rest<R, never, None, None> & { readonly part: Part } = spec;
  const { what, modes } = parts[part];
  return judged(resource, id, {
    ...rest,
    along: { configurations },
    judge(subject, { along: { configurations: all }, unreadAlong }): Verdict {
      const { securityConfiguration: named, region } = subject as {
        readonly securityConfiguration: string | undefined;
        readonly region: string;
      };
      const label = resource.labelOf(subject as never);
      if (named === undefined)
        return fail(`${label} does not encrypt ${what}: it has no security configuration`, {
          securityConfiguration: named,
        });
      const by = `the security configuration ${named}`;
      const found = all.find((one) => one.id === named && one.region === region);
      if (found === undefined) {
        const unread = unreadAlong['configurations'];
        return unread === undefined
          ? unknown(`${label} has ${by}, which is not there`)
          : unknownWithout(`${label} has ${by}: ${unread.cause}`, ['configurations']);
      }
      const said: readonly (string | undefined)[] | undefined = part === 's3' ? found.s3 : found[part] && [found[part]];
      const seen = { securityConfiguration: named, [part]: said };
      if (said === undefined || said.length === 0 || said.includes(undefined))
        return unknown(`AWS does not say whether ${by} encrypts ${what} of ${label}`);
      if (said.includes('DISABLED')) return fail(`${label} does not encrypt ${what}: ${by} does not ask for it`, seen);
      return said.every((mode = '') => modes.includes(mode))
        ? pass(`${label} encrypts ${what} by ${by} (${said.join(', ')})`, seen)
        : unknown(`${by} encrypts ${what} of ${label} in a way that this version does not know (${said.join(', ')})`);
    },
    examples: (base) => examplesOf(base as unknown as Placed, part),
  });
};

interface Placed {
  readonly region: string;
}

function examplesOf({ region }: Placed, part: Part): readonly Example[] {
  const one = (when: string, mode: string | undefined, expect: Verdict['kind']): Example => ({
    when,
    given: { securityConfiguration: 'own' },
    along: {
      configurations: [
        {
          id: 'own',
          name: 'own',
          region,
          s3: undefined,
          logs: undefined,
          bookmarks: undefined,
          [part]: part === 's3' && mode !== undefined ? [mode] : mode,
        },
      ],
    },
    expect,
  });
  return [
    { when: 'it has no configuration', given: { securityConfiguration: undefined }, expect: 'fail' },
    ...parts[part].modes.map((mode) => one(`its configuration says ${mode}`, mode, 'pass')),
    one('its configuration says DISABLED', 'DISABLED', 'fail'),
    one('its configuration says nothing of it', undefined, 'unknown'),
    one('its configuration says a value of tomorrow', 'SSE-TOMORROW', 'unknown'),
    {
      when: 'its configuration is gone',
      given: { securityConfiguration: 'own' },
      along: { configurations: [] },
      expect: 'unknown',
    },
  ];
}
