import { expect } from 'vitest';
import { maker } from '../secrets/synthetic.ts';

const source = maker(7_041_776);
const letters = 'abcdefghijklmnopqrstuvwxyz';
const all = `${letters}${letters.toUpperCase()}0123456789`;

/** Made while the tests run and joined from pieces, so that no scanner of the repository takes one for real. */
export const planted = {
  password: [source.from(all, 9), '!', source.from(all, 9), '7q'].join(''),
  githubToken: ['gh', 'p_', source.from(all, 36)].join(''),
  awsSecretKey: [source.from(all, 20), '/9aZ', source.from(all, 16)].join(''),
} as const;

/** Fails when the text has a planted secret in it, or eight characters of one. */
export function expectNoSecret(text: string, secrets: readonly string[] = Object.values(planted)): void {
  for (const secret of secrets) {
    for (let at = 0; at + 8 <= secret.length; at += 1) {
      // Not `toContain`: its message would print the whole text.
      expect(text.includes(secret.slice(at, at + 8)), `characters ${at} to ${at + 8} of a secret`).toBe(false);
    }
  }
}

export const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
