import type { IssuedHere } from '../../../src/services/sts/issued.ts';

/** A region's history in which nothing was issued. */
export const none: IssuedHere = { issued: [], complete: true, readBackTo: undefined };

/** What the three checks of issued credentials are asked alike; it is noon, 1 June 2026. */
export const cases = (facet: string, seconds: number) => {
  const one = (last: string, extra: object = {}): object => ({
    who: 'arn:aws:iam::111122223333:user/kim',
    seconds,
    count: 1,
    last,
    ...extra,
  });
  const here = (said: Partial<IssuedHere> | { issued: object[] }): object => ({ [facet]: { ...none, ...said } });
  return [
    { when: 'the history has none', given: here({}), expect: 'pass' as const },
    {
      when: 'one was issued yesterday',
      given: here({ issued: [one('2026-05-31T12:00:00Z')] }),
      expect: 'fail' as const,
      message: /last on 2026-05-31, to arn:aws:iam::111122223333:user\/kim/,
    },
    {
      when: 'the event does not say to whom',
      given: here({ issued: [one('2026-05-31T12:00:00Z', { who: undefined })] }),
      expect: 'fail' as const,
      message: /to somebody whom the event does not name/,
    },
    {
      when: 'the only one was before the period',
      given: here({ issued: [one('2026-02-01T00:00:00Z')] }),
      expect: 'pass' as const,
    },
    {
      when: 'the history was cut off within the period',
      given: here({ complete: false, readBackTo: '2026-05-31T00:00:00Z' }),
      expect: 'unknown' as const,
      message: /read only back to 2026-05-31/,
    },
    {
      when: 'it was cut off, and shows one',
      given: here({ complete: false, readBackTo: '2026-05-31T00:00:00Z', issued: [one('2026-05-31T12:00:00Z')] }),
      expect: 'fail' as const,
    },
    {
      when: 'it was read back far enough',
      given: here({ complete: false, readBackTo: '2026-01-01T00:00:00Z' }),
      expect: 'pass' as const,
    },
  ];
};
