import { describe, expect, it } from 'vitest';
import { allowedProposals, unknownProposals, weakProposals } from '../../../src/judgements/network/vpn.ts';

const strong = {
  ikeVersions: ['ikev2'],
  phase1EncryptionAlgorithms: ['AES256', 'AES256-GCM-16'],
  phase2EncryptionAlgorithms: ['AES128-GCM-16'],
  phase1IntegrityAlgorithms: ['SHA2-256'],
  phase2IntegrityAlgorithms: ['SHA2-384', 'SHA2-512'],
  phase1DHGroupNumbers: [14, 19, 20],
  phase2DHGroupNumbers: [15, 16, 17, 18, 21],
};

describe('weakProposals', () => {
  it('finds nothing in a strong tunnel', () => expect(weakProposals(strong)).toEqual([]));

  it.each([
    ['ikeVersions', ['ikev1', 'ikev2'], 'ikev1'],
    ['phase1IntegrityAlgorithms', ['SHA2-256', 'SHA1'], 'SHA1'],
    ['phase2IntegrityAlgorithms', ['SHA1'], 'SHA1'],
    ['phase1DHGroupNumbers', [2, 14], 2],
    ['phase2DHGroupNumbers', [14, 5], 5],
    ['phase1DHGroupNumbers', [24], 24],
    ['phase2EncryptionAlgorithms', ['3DES', 'AES256'], '3DES'],
  ])('finds a weak choice in %s of %j', (setting, list, value) => {
    expect(weakProposals({ ...strong, [setting]: list })).toEqual([{ setting, value, byDefault: false }]);
  });

  it.each([
    ['ikeVersions', ['ikev2', 'ikev3'], 'ikev3'],
    ['phase1EncryptionAlgorithms', ['AES256', 'CHACHA20-POLY1305'], 'CHACHA20-POLY1305'],
    ['phase2IntegrityAlgorithms', ['SHA3-256'], 'SHA3-256'],
    ['phase2DHGroupNumbers', [20, 31], 31],
    ['phase1DHGroupNumbers', [Number.NaN], Number.NaN],
  ])('knows not what %s of %j are worth', (setting, list, value) => {
    expect(weakProposals({ ...strong, [setting]: list })).toEqual([]);
    expect(unknownProposals({ ...strong, [setting]: list })).toEqual([{ setting, value, byDefault: false }]);
  });

  it('takes a list that is absent or empty for the default, which allows everything', () => {
    const { ikeVersions: _, ...without } = strong;
    expect(weakProposals(without)).toEqual([{ setting: 'ikeVersions', value: 'ikev1', byDefault: true }]);
    expect(weakProposals({ ...strong, phase1DHGroupNumbers: [] }).map(({ value }) => value)).toEqual([2, 22, 23, 24]);
    expect(weakProposals({}, ['phase2DHGroupNumbers']).map(({ value }) => value)).toEqual([2, 5, 22, 23, 24]);
  });

  it('keeps to the settings asked for', () => {
    expect(weakProposals({}, ['ikeVersions'])).toHaveLength(1);
  });
});

describe('allowedProposals', () => {
  it('spells the defaults out', () => {
    expect(allowedProposals({ ikeVersions: ['ikev2'] })).toMatchObject({
      ikeVersions: ['ikev2'],
      phase1IntegrityAlgorithms: ['SHA1', 'SHA2-256', 'SHA2-384', 'SHA2-512'],
    });
  });
});
