import { describe, expect, it } from 'vitest';
import { exposure, type ExposureVerdict } from '../../../src/iam/index.ts';
import { compileGlob, matchesGlob } from '../../../src/iam/glob.ts';
import { sharedIssuers } from '../../../src/iam/exposure/issuers/issuers.ts';
import { everyHolder, isPossible, textsFor } from '../../../src/iam/exposure/issuers/grammar.ts';
import { ACCOUNT, allow, policy } from '../documents.ts';
import { options } from './cases.ts';

/** Numbers that are the same in every run: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Subjects with some of their characters replaced by wildcards. */
function patterns(subjects: readonly string[], count: number, next: (below: number) => number): string[] {
  return Array.from({ length: count }, () => {
    let text = subjects[next(subjects.length)] ?? '';
    for (let cuts = next(4); cuts >= 0; cuts--) {
      const at = next(text.length + 1);
      const length = next(8);
      text = text.slice(0, at) + (next(4) === 0 ? '?' : '*') + text.slice(at + length);
    }
    return text;
  });
}

const widths: readonly ExposureVerdict[] = ['private', 'conditional', 'public'];
const widthOf = (host: string, values: unknown) => {
  const found = exposure(
    {
      kind: 'role',
      policy: policy(
        allow({
          Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${host}` },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringLike: { [`${host}:sub`]: values } },
        }),
      ),
    },
    options,
  );
  expect(widths).toContain(found.verdict);
  return { width: widths.indexOf(found.verdict), found };
};

const seed = 20261130;
describe('tokens of shared issuers, over subjects with wildcards', () => {
  it.each(sharedIssuers.map((issuer) => [issuer.name, issuer] as const))('of %s', (_, issuer) => {
    const [host = ''] = issuer.hosts;
    const next = generator(seed);
    const subjects = issuer.subject.forms.flatMap(
      (form) =>
        textsFor(
          { forms: [form], ...(issuer.subject.joined === undefined ? {} : { joined: {} }) },
          '*',
          true,
          everyHolder,
        ).texts,
    );
    for (const pattern of patterns(
      subjects.filter((text) => isPossible(issuer.subject, text)),
      40,
      next,
    )) {
      const { width, found } = widthOf(host, pattern);
      const [sub] = found.witness?.conditions[`${host}:sub`] ?? [];
      // a witness fits the policy and is a token that the issuer can make
      if (found.unknown.length === 0 && sub !== undefined) {
        expect(matchesGlob(compileGlob(pattern), sub), `${pattern} → ${sub}`).toBe(true);
        expect(isPossible(issuer.subject, sub), `${pattern} → ${sub}`).toBe(true);
      }
      // what fits a pattern fits a wider one, and one of a list
      const wider = `${pattern.slice(0, next(pattern.length + 1))}*`;
      expect(widthOf(host, wider).width, `${pattern} → ${wider}`).toBeGreaterThanOrEqual(width);
      expect(widthOf(host, ['unlisted:nothing', pattern]).width).toBeGreaterThanOrEqual(width);
    }
  });
});
